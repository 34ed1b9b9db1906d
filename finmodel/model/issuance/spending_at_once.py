"""Spending at once: without allocations, proceeds are paid out as they come in."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["spending_at_once"]

spending_at_once = Section("spending_at_once", "Account of the bonds")


@spending_at_once.line("To be paid out", Unit.MONEY)
def to_be_paid_out(m: Names) -> Node:
    """All proceeds, as they come in."""
    return m.proceeds_available
