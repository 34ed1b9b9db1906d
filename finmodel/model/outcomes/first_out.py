"""First-out: the company has all savings until an agreed amount with its return is paid back, and nothing after."""

from finmodel.expr.functions import maximum, minimum, previous, value_where, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["first_out"]

first_out = Section("first_out", "Revenue")


@first_out.line("To be paid back, opening", Unit.MONEY)
def payback_opening(m: Names) -> Node:
    """The agreed amount at first, then what was left at the end of the period before."""
    return where(m.close_flag, m.payback_amount, previous(m.payback_closing))


@first_out.line("Return added", Unit.MONEY)
def payback_added(m: Names) -> Node:
    """The agreed return on the opening balance, for the part of the period in operation; none if none is agreed."""
    rate = m.payback_return if m.has("payback_return") else 0
    return m.payback_opening * rate * m.operation_share * m.year_fraction


@first_out.line("Payment by the contract", Unit.MONEY)
def payback_payment(m: Names) -> Node:
    """All that is saved, until everything is paid back."""
    return minimum(m.payback_opening + m.payback_added, maximum(m.savings_value, 0))


@first_out.line("To be paid back, closing", Unit.MONEY)
def payback_closing(m: Names) -> Node:
    """Opening balance and return, less the payment."""
    return m.payback_opening + m.payback_added - m.payback_payment


@first_out.scalar("Never paid back out of savings", Unit.MONEY, check="alert")
def never_paid_back(m: Names) -> Node:
    """What is left at the end of the grid."""
    return value_where(m.payback_closing, m.final_flag)
