"""Debt first: the facilities pay until they are drawn, then the sponsors."""

from finmodel.expr.functions import maximum, minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["debt_first"]

debt_first = Section("debt_first", "Sources and uses")


@debt_first.line("To be drawn from debt", Unit.MONEY)
def debt_need(m: Names) -> Node:
    """All uses of the period."""
    return m.uses_to_fund


@debt_first.line("Sponsors' funds drawn", Unit.MONEY)
def sponsor_drawdown(m: Names) -> Node:
    """What the facilities do not pay for, up to the commitment."""
    return maximum(minimum(m.uses_to_fund - m.debt_drawdown, m.sponsor_commitment - previous(m.sponsor_drawn)), 0)
