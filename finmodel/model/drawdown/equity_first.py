"""Equity first: the sponsors pay until their commitment is drawn, then the facilities."""

from finmodel.expr.functions import maximum, minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["equity_first"]

equity_first = Section("equity_first", "Sources and uses")


@equity_first.line("To be drawn from debt", Unit.MONEY)
def debt_need(m: Names) -> Node:
    """What the sponsors' funds do not pay for."""
    return m.uses_to_fund - m.sponsor_drawdown


@equity_first.line("Sponsors' funds drawn", Unit.MONEY)
def sponsor_drawdown(m: Names) -> Node:
    """All uses of the period, until the commitment is drawn."""
    return minimum(m.uses_to_fund, maximum(m.sponsor_commitment - previous(m.sponsor_drawn), 0))
