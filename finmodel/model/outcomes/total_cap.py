"""Cap in total: payments stop once they have reached it, whatever is still achieved."""

from finmodel.expr.functions import maximum, minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["total_cap"]

total_cap = Section("outcomes_total_cap", "Revenue")


@total_cap.line("Payment within the cap in total", Unit.MONEY)
def payment_within_total(m: Names) -> Node:
    """No more than what earlier payments leave of the cap in total, which is not indexed."""
    return minimum(m.period_payment, maximum(m.total_cap - previous(m.payable_so_far), 0))


@total_cap.line("Payable so far", Unit.MONEY)
def payable_so_far(m: Names) -> Node:
    """The running total of what the cap has let pass."""
    return previous(m.payable_so_far) + m.payment_within_total
