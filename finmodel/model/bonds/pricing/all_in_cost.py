"""All-in cost: the yield at which what the issuer pays, costs included, is worth what it nets at issue."""

from finmodel.expr.functions import total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.bonds.pricing.yield_of_price import newton
from finmodel.units import Unit

__all__ = ["all_in_cost"]

all_in_cost = Section("all_in_cost", "Bond pricing")


@all_in_cost.scalar("Net price at issue", Unit.NUMBER, pricing="net_price")
def net_price(m: Names) -> Node:
    """The issue price less all costs paid at issue, per 100 of principal."""
    return m.dirty_price - total(m.costs_at_issue) * 100 / m.face_priced


@all_in_cost.line("Payment with costs, per 100", Unit.NUMBER)
def payment_with_costs(m: Names) -> Node:
    """Interest, redemption and running costs, per 100 of principal."""
    return m.payment + m.running_costs * 100 / m.face_priced


@all_in_cost.line("Discount factor at the all-in cost", Unit.INDEX)
def cost_factor(m: Names) -> Node:
    """As at the yield."""
    return (1 + m.all_in_cost_rate / m.compounding) ** (-m.compounding * m.years_to_payment)


@all_in_cost.line("Value of the payment with costs", Unit.NUMBER)
def cost_value(m: Names) -> Node:
    """Payment with costs times discount factor."""
    return m.payment_with_costs * m.cost_factor


@all_in_cost.line("Value with costs times years", Unit.NUMBER)
def cost_value_years(m: Names) -> Node:
    """The value of each payment times the years to it."""
    return m.cost_value * m.years_to_payment


@all_in_cost.solved("All-in cost", Unit.RATE, guess=lambda m: m.yield_to_maturity, pricing="all_in_cost")
def all_in_cost_rate(m: Names) -> Node:
    """A year, compounded like the yield: what the money costs the issuer, with discount and all costs."""
    mean_time = total(m.cost_value_years) / total(m.cost_value)
    return newton(m.all_in_cost_rate, m.compounding, total(m.cost_value), m.net_price, mean_time)


@all_in_cost.scalar("All-in cost, effective", Unit.RATE, pricing="effective_cost")
def effective_cost(m: Names) -> Node:
    """The all-in cost compounded over a year."""
    return (1 + m.all_in_cost_rate / m.compounding) ** m.compounding - 1
