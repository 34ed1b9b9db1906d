"""Yield of a price: the rate at which all payments are worth what was paid, found by Newton's method."""

from finmodel.expr.functions import at
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["newton", "yield_of_price"]

yield_of_price = Section("yield_of_price", "Bond pricing")


def newton(rate: Node, compounding: Node, value: Node, wanted: Node, macaulay: Node) -> Node:
    """One step of Newton's method for ln value against ln(1 + rate ÷ compounding), whose slope is the duration.

    The curve is convex and nearly straight, so the steps settle from any start; one payment needs a single step.
    """
    return compounding * ((1 + rate / compounding) * (value / wanted) ** (1 / (compounding * macaulay)) - 1)


@yield_of_price.scalar("Clean price", Unit.NUMBER, pricing="clean_price")
def clean_price(m: Names) -> Node:
    """The price agreed, without accrued interest."""
    return m.price


@yield_of_price.scalar("Dirty price", Unit.NUMBER, pricing="dirty_price")
def dirty_price(m: Names) -> Node:
    """What is paid for 100 of principal, accrued interest included."""
    return m.clean_price + m.accrued


@yield_of_price.scalar("Current yield", Unit.RATE, pricing="current_yield")
def current_yield(m: Names) -> Node:
    """The rate of the next coupon divided by the clean price."""
    return at(m.rate, m.next_coupon) * 100 / m.clean_price


@yield_of_price.solved("Yield to maturity", Unit.RATE, guess=lambda m: m.current_yield, pricing="yield")
def yield_to_maturity(m: Names) -> Node:
    """A year, compounded as often as stated: the rate at which the payments to come are worth the dirty price."""
    return newton(m.yield_to_maturity, m.compounding, m.value_at_yield, m.dirty_price, m.macaulay)
