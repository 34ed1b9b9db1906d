"""Pro rata: debt and sponsors' funds pay for every period in the same proportion."""

from finmodel.expr.functions import maximum, minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["pro_rata"]

pro_rata = Section("pro_rata", "Sources and uses")


@pro_rata.line("To be drawn from debt", Unit.MONEY)
def debt_need(m: Names) -> Node:
    """The debt share of the uses of the period."""
    return m.uses_to_fund * m.debt_commitment / m.funded_uses


@pro_rata.line("Sponsors' funds drawn", Unit.MONEY)
def sponsor_drawdown(m: Names) -> Node:
    """The rest, up to the commitment."""
    return maximum(minimum(m.uses_to_fund - m.debt_drawdown, m.sponsor_commitment - previous(m.sponsor_drawn)), 0)
