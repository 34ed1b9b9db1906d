"""Price of a yield: every payment discounted at it, broken periods compounded like whole ones."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["price_of_yield"]

price_of_yield = Section("price_of_yield", "Bond pricing")


@price_of_yield.scalar("Yield to maturity", Unit.RATE, pricing="yield")
def yield_to_maturity(m: Names) -> Node:
    """A year, compounded as often as stated: as agreed."""
    return m.yield_rate


@price_of_yield.scalar("Dirty price", Unit.NUMBER, pricing="dirty_price")
def dirty_price(m: Names) -> Node:
    """What is paid for 100 of principal, accrued interest included."""
    return m.value_at_yield


@price_of_yield.scalar("Clean price", Unit.NUMBER, pricing="clean_price")
def clean_price(m: Names) -> Node:
    """The dirty price less accrued interest: as it is quoted."""
    return m.dirty_price - m.accrued
