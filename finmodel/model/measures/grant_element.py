"""Grant element of a loan from its cash flows: what the lender gives away, at one rate of discount."""

from finmodel.expr.functions import filled, ratio, sum_product, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["grant_element", "threshold"]

grant_element = Section("grant_element", "Blended finance")
threshold = Section("threshold", "Blended finance")


@grant_element.scalar("Present value lent", Unit.MONEY)
def value_lent(m: Names) -> Node:
    """Drawdown, discounted to financial close."""
    return sum_product(m.lent, m.measure_factor)


@grant_element.scalar("Present value served", Unit.MONEY)
def value_served(m: Names) -> Node:
    """The lender's scheduled receipts, discounted to financial close."""
    return sum_product(m.served, m.measure_factor)


@grant_element.scalar("Present value given", Unit.MONEY)
def value_given(m: Names) -> Node:
    """Lent less served. At the market's price flows priced by the market would be worth what is lent: the subsidy."""
    return m.value_lent - m.value_served


@grant_element.scalar("Grant element", Unit.SHARE)
def grant_element_share(m: Names) -> Node:
    """Present value given divided by present value lent; below 0 where the loan is dearer; blank if none is drawn."""
    return ratio(m.value_given, m.value_lent)


@grant_element.scalar("Grant equivalent", Unit.MONEY, equivalent="basis", subsidy="counted")
def grant_equivalent(m: Names) -> Node:
    """The grant element times the money lent: the grant on the dates of drawdown that would be worth as much."""
    return m.value_given / m.value_lent * total(m.lent)


@threshold.scalar("Reaches the least grant element", Unit.FLAG)
def threshold_flag(m: Names) -> Node:
    """1 where the grant element is not below the threshold of those who ask for it."""
    return filled(m.grant_element_share, -1) >= m.least_grant_element
