"""Usage: paid for each unit used (tariff, toll, fare), with growth, ramp-up, elasticity, leakage and a minimum."""

from finmodel.expr.functions import maximum, previous, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node, Operand
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["growing_use", "usage"]

usage = Section("usage", "Revenue")
growing_use = Section("growing_use", "Revenue")


@growing_use.line("Growth of use so far", Unit.INDEX)
def growth_level(m: Names) -> Node:
    """1 at financial close; it steps with each calendar year, as indices do."""
    return where(m.close_flag, 1, previous(m.growth_level) * (1 + m.growth * m.new_year_flag))


@growing_use.line("Years of operation in the period", Unit.YEARS)
def years_of_use(m: Names) -> Node:
    """Months of operation in the period divided by 12."""
    return m.operation_share * m.year_fraction


@usage.line("Effect of the price on use", Unit.NUMBER)
def price_effect(m: Names) -> Operand:
    """(Price ÷ price of the forecast) to the power of elasticity, both before indexation: inflation alone moves nobody.

    1 where no price of the forecast is stated, or where use does not depend on the price.
    """
    if not m.has("base_price"):
        return 1
    return where(m.elasticity < 0, (m.tariff / m.base_price) ** m.elasticity, 1)


@usage.line("Use", Unit.COUNT)
def volume_used(m: Names) -> Node:
    """Use a year × factor × growth × ramp-up × effect of the price, for the part of the period in operation."""
    demand = m.volume * m.volume_factor * m.growth_level * m.price_effect
    return demand * m.use_reached * m.years_of_use


@usage.line("Least use paid for", Unit.COUNT)
def volume_minimum(m: Names) -> Operand:
    """The share of contracted use paid for in any case, for the part of the period in operation; 0 without contract."""
    return m.contracted_volume * m.take_or_pay * m.years_of_use if m.has("contracted_volume") else 0


@usage.line("Use paid for", Unit.COUNT)
def volume_paid(m: Names) -> Node:
    """What is used without leakage, and no less than the minimum of the same period."""
    return maximum(m.volume_used * (1 - m.leakage), m.volume_minimum)


@usage.line("Price charged", Unit.MONEY_PER_UNIT)
def price_charged(m: Names) -> Node:
    """The price of a unit, indexed."""
    return m.tariff * m.indexation


@usage.line("Revenue from use", Unit.MONEY, statement="revenue")
def revenue(m: Names) -> Node:
    """Units paid for × price charged."""
    return m.volume_paid * m.price_charged
