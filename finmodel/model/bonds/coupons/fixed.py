"""Fixed coupon: the same rate a year until maturity."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["fixed"]

fixed = Section("fixed_coupon", "Bonds")


@fixed.line("Coupon rate by contract", Unit.RATE)
def coupon_base(m: Names) -> Node:
    """The fixed rate, a year."""
    return m.coupon_rate
