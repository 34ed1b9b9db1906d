"""Value at a yield, durations and convexity: how far the price moves with the yield."""

from finmodel.expr.functions import sum_product, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["durations"]

durations = Section("durations", "Bond pricing")


@durations.line("Discount factor at the yield", Unit.INDEX)
def yield_factor(m: Names) -> Node:
    """1 divided by 1 + yield ÷ times compounded, to the power of the compounding periods to payment."""
    return (1 + m.yield_to_maturity / m.compounding) ** (-m.compounding * m.years_to_payment)


@durations.line("Value of the payment", Unit.NUMBER)
def payment_value(m: Names) -> Node:
    """Payment times discount factor, per 100 of principal."""
    return m.payment * m.yield_factor


@durations.line("Value times years", Unit.NUMBER)
def value_years(m: Names) -> Node:
    """The value of each payment times the years to it."""
    return m.payment_value * m.years_to_payment


@durations.scalar("Value of all payments", Unit.NUMBER)
def value_at_yield(m: Names) -> Node:
    """The sum of the values: the dirty price."""
    return total(m.payment_value)


@durations.scalar("Macaulay duration", Unit.YEARS, pricing="macaulay")
def macaulay(m: Names) -> Node:
    """The mean time to payment, each weighted by its value."""
    return total(m.value_years) / m.value_at_yield


@durations.scalar("Modified duration", Unit.YEARS, pricing="modified")
def modified_duration(m: Names) -> Node:
    """By how many percent the price falls for each percentage point that the yield rises: −dP ÷ dy ÷ P."""
    return m.macaulay / (1 + m.yield_to_maturity / m.compounding)


@durations.scalar("Convexity", Unit.NUMBER, pricing="convexity")
def convexity(m: Names) -> Node:
    """The second derivative of the price by the yield, divided by the price."""
    squares = sum_product(m.value_years, m.years_to_payment) + total(m.value_years) / m.compounding
    return squares / m.value_at_yield / (1 + m.yield_to_maturity / m.compounding) ** 2


@durations.scalar("Price value of a basis point", Unit.NUMBER, pricing="basis_point")
def basis_point_value(m: Names) -> Node:
    """By how much the price of 100 falls when the yield rises by 0.01 %."""
    return m.modified_duration * m.value_at_yield / 10000


@durations.scalar("Effective yield", Unit.RATE, pricing="effective_yield")
def effective_yield(m: Names) -> Node:
    """The yield compounded over a year."""
    return (1 + m.yield_to_maturity / m.compounding) ** m.compounding - 1


@durations.scalar("Average life", Unit.YEARS, pricing="average_life")
def average_life(m: Names) -> Node:
    """The mean time to redemption of principal, without indexation."""
    return sum_product(m.face_redeemed, m.years_to_payment) / m.face_priced
