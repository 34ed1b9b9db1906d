"""Prepayment in order of maturity: it takes the place of the instalments that fall due next."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["in_order"]

in_order = Section("in_order", "Loans")


@in_order.line("Balance asked for after prepayment", Unit.MONEY)
def prepayment_target(m: Names) -> Node:
    """The contract's: nothing is due until the schedule has caught up with what was prepaid."""
    return m.scheduled_closing
