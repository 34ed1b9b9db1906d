"""Tax increment (TIF): property tax on what a district gains in value, by statute and honestly, less exemptions."""

from finmodel.expr.functions import maximum, minimum, previous, total, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["increment_bond", "tax_increment"]

tax_increment = Section("tax_increment", "Land")
increment_bond = Section("increment_bond", "Land")


@tax_increment.line("Assessed value", Unit.MONEY)
def assessed_value(m: Names) -> Node:
    """The value at close, grown evenly over time, with the new property of the period: as at its end."""
    grown = where(m.close_flag, m.base, previous(m.assessed_value)) * (1 + m.growth) ** m.year_fraction
    return grown + m.new_property * m.year_fraction


@tax_increment.line("Value that would have come anyway", Unit.MONEY)
def value_anyway(m: Names) -> Node:
    """The value at close, grown as it would have without the project."""
    return where(m.close_flag, m.base, previous(m.value_anyway)) * (1 + m.counterfactual_growth) ** m.year_fraction


@tax_increment.line("New property displaced", Unit.MONEY)
def value_displaced(m: Names) -> Node:
    """The part of the new property that would otherwise stand, and be taxed, elsewhere in the city."""
    grown = previous(m.value_displaced) * (1 + m.growth) ** m.year_fraction
    return grown + m.new_property * m.displacement * m.year_fraction


@tax_increment.line("Increment by statute", Unit.MONEY, total="none")
def increment(m: Names) -> Node:
    """Assessed value less the value frozen at close; never below 0."""
    return maximum(m.assessed_value - m.base, 0)


@tax_increment.line("Increment that the project causes", Unit.MONEY, total="none")
def increment_caused(m: Names) -> Node:
    """Assessed value less what would have come anyway or stood elsewhere; no more than the increment by statute."""
    caused = m.assessed_value - m.value_displaced - m.value_anyway
    return maximum(minimum(caused, m.increment), 0)


@tax_increment.line("Share of the period in the district's years", Unit.SHARE)
def district_share(m: Names) -> Node:
    """Months of the period within the years of the district, counted from financial close."""
    ended = m.months_elapsed - m.years * 12
    return 1 - minimum(maximum(ended / m.period_months, 0), 1)


@tax_increment.line("Tax pledged on one unit of increment", Unit.NUMBER)
def pledged_rate(m: Names) -> Node:
    """Tax rate × share pledged × collection, for the part of the period in the district's years."""
    return m.tax_rate * m.share * m.collection * m.district_share * m.year_fraction


@tax_increment.line("Share exempt", Unit.SHARE)
def exempt_share(m: Names) -> Node:
    """What participants own, in periods that end by the day stated, or while the relief of the case itself lasts."""
    in_force = m.period_end <= m.exempt_until if m.has("exempt_until") else m.zone_relief
    return m.participants * in_force


@tax_increment.line("Captured", Unit.MONEY, land="captured", table="land", gather="sum")
def captured(m: Names) -> Node:
    """The tax pledged on the increment by statute, without the property of participants while they are exempt."""
    return m.increment * m.pledged_rate * (1 - m.exempt_share)


@tax_increment.line("Captured on what the project causes", Unit.MONEY)
def captured_caused(m: Names) -> Node:
    """The part that the city would not have without the project."""
    return m.increment_caused * m.pledged_rate * (1 - m.exempt_share)


@tax_increment.line("Captured of growth that would have come anyway", Unit.MONEY, table="land", gather="sum")
def captured_anyway(m: Names) -> Node:
    """The part that the city's budget gives up: ordinary growth, inflation included."""
    return m.captured - m.captured_caused


@tax_increment.line("Lost to the zone's exemption", Unit.MONEY, table="land", gather="sum")
def lost_to_exemption(m: Names) -> Node:
    """What would be captured if participants of the zone paid property tax."""
    return m.increment * m.pledged_rate * m.exempt_share


@tax_increment.scalar("Captured in total", Unit.MONEY)
def captured_total(m: Names) -> Node:
    """Over all periods."""
    return total(m.captured)


@tax_increment.scalar("Share of the captured tax that the project causes", Unit.SHARE)
def caused_share(m: Names) -> Node:
    """The rest would have come to the city anyway."""
    return total(m.captured_caused) / m.captured_total


@increment_bond.line("Discount factor of the bond", Unit.INDEX)
def bond_discount(m: Names) -> Node:
    """At the rate of the bond, from financial close to the end of the period."""
    return (1 + m.bond_rate) ** (-m.months_elapsed / 12)


@increment_bond.line("Captured, discounted", Unit.MONEY)
def captured_discounted(m: Names) -> Node:
    """What is captured in the period, at financial close."""
    return m.captured * m.bond_discount


@increment_bond.scalar("Present value of the increment", Unit.MONEY)
def increment_present_value(m: Names) -> Node:
    """What is captured, at the rate of the bond."""
    return total(m.captured_discounted)


@increment_bond.scalar("Bond that the increment carries", Unit.MONEY)
def bondable(m: Names) -> Node:
    """The present value divided by the cover that bondholders ask for."""
    return m.increment_present_value / m.bond_cover
