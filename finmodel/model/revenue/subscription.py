"""Subscription: those who are there, less those who leave, plus those who join, times a recurring price."""

from finmodel.expr.functions import both, equals, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["subscription"]

subscription = Section("subscription", "Revenue")


@subscription.line("Years of operation in the period", Unit.YEARS)
def years_served(m: Names) -> Node:
    """Months of operation in the period divided by 12."""
    return m.operation_share * m.year_fraction


@subscription.line("Subscribers, opening", Unit.COUNT)
def subscribers_opening(m: Names) -> Node:
    """Those of the period before; in the first of operation those with whom it begins."""
    begins = both(m.operation_flag, equals(previous(m.operation_months_elapsed), 0))
    return previous(m.subscribers_closing) + m.opening_subscribers * begins


@subscription.line("Subscribers who leave", Unit.COUNT)
def subscribers_left(m: Names) -> Node:
    """The churn a year, for the time in operation, of those who were there: 1 − (1 − churn) to the power of years."""
    return m.subscribers_opening * (1 - (1 - m.churn) ** m.years_served)


@subscription.line("Subscribers who join", Unit.COUNT)
def subscribers_joined(m: Names) -> Node:
    """New subscribers a year for the time in operation; they may leave from the next period on."""
    return m.new_subscribers * m.years_served


@subscription.line("Subscribers, closing", Unit.COUNT)
def subscribers_closing(m: Names) -> Node:
    """Opening less those who leave plus those who join."""
    return m.subscribers_opening - m.subscribers_left + m.subscribers_joined


@subscription.line("Fees of subscribers", Unit.MONEY, statement="revenue")
def revenue(m: Names) -> Node:
    """The mean of opening and closing subscribers × price a year, indexed, less what is never collected."""
    mean = (m.subscribers_opening + m.subscribers_closing) / 2
    return mean * m.price * m.indexation * (1 - m.uncollected) * m.years_served
