"""Emissions: what is emitted with and without the project, and what it avoids, in tonnes of CO2 equivalent."""

from finmodel.expr.functions import at, maximum, minimum, previous, ratio, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = [
    "activity",
    "combined_margin",
    "emission_rate",
    "emissions",
    "factor_of_its_year",
    "factor_of_the_first_year",
    "factor_range",
]

activity = Section("activity", "Emissions")
emission_rate = Section("emission_rate", "Emissions")
combined_margin = Section("combined_margin", "Emissions")
factor_of_its_year = Section("factor_of_its_year", "Emissions")
factor_of_the_first_year = Section("factor_of_the_first_year", "Emissions")
factor_range = Section("factor_range", "Emissions")
emissions = Section("emissions", "Emissions")


@combined_margin.scalar("Combined margin, kg CO2e a unit", Unit.NUMBER)
def margin_of_the_grid(m: Names) -> Node:
    """Plants that run now and plants that would be built, by their weights: what generation displaces."""
    weight = m.combined_margin_operating_weight
    return weight * m.combined_margin_operating + (1 - weight) * m.combined_margin_build


@factor_of_its_year.line("Years since that of the factor", Unit.YEARS, total="none")
def years_since_factor(m: Names) -> Node:
    """Calendar years after the year that the factor is of; before it the factor stands as it is."""
    return maximum(m.calendar_year - m.factor_year, 0)


@factor_of_the_first_year.line("Years since that of the factor", Unit.YEARS, total="none")
def years_since_start(m: Names) -> Node:
    """Calendar years after the first one of the model, of which the factor is: no other year is stated."""
    return m.calendar_year - at(m.calendar_year, 1)


@emission_rate.line("Emission factor left", Unit.INDEX, total="none")
def factor_left(m: Names) -> Node:
    """1 in the year that the factor is of; lower by its rate with each calendar year after it."""
    return (1 - m.factor_decline) ** m.years_of_decline


@emission_rate.line("Emission factor, kg CO2e a unit used", Unit.NUMBER)
def factor_used(m: Names) -> Node:
    """The factor stated, as far as it is left; losses on the way are emitted for too."""
    return m.factor * m.factor_left / (1 - m.losses)


@emission_rate.line("Emitted in a year of full service, t CO2e", Unit.COUNT)
def rate(m: Names) -> Node:
    """Quantity a year times factor."""
    return m.quantity * m.factor_used / 1000


@factor_range.scalar("Emission factor of its year, kg CO2e a unit", Unit.NUMBER)
def factor_stated(m: Names) -> Node:
    """As it is stated: before losses, and before it falls."""
    return at(m.factor_used, 1) * (1 - m.losses) / at(m.factor_left, 1)


@factor_range.scalar("Low factor, times the factor stated", Unit.NUMBER)
def low_times(m: Names) -> Node:
    """The lower end of the range, which moves with the factor."""
    return m.factor_low / m.factor_stated


@factor_range.scalar("High factor, times the factor stated", Unit.NUMBER)
def high_times(m: Names) -> Node:
    """The higher end of the range, which moves with the factor."""
    return m.factor_high / m.factor_stated


@activity.line("Emitted, t CO2e", Unit.COUNT)
def emitted(m: Names) -> Node:
    """What is emitted a year, for the part of the period in operation, at the ramp-up reached."""
    return m.rate * m.service_years


@emissions.line("Share of construction done", Unit.SHARE)
def construction_done(m: Names) -> Node:
    """In months, at the end of the period."""
    return minimum(m.months_elapsed / m.completion_month, 1)


@emissions.line("Emitted by construction, t CO2e", Unit.COUNT)
def construction_emissions(m: Names) -> Node:
    """The tonnes stated, spread evenly over construction; apart from what operation avoids."""
    return m.construction_tonnes * (m.construction_done - previous(m.construction_done))


@emissions.line("Leakage, t CO2e", Unit.COUNT)
def leaked(m: Names) -> Node:
    """What is still emitted, only elsewhere: a share of the emissions without the project."""
    return m.emitted_without * m.leakage


@emissions.line("Avoided, t CO2e", Unit.COUNT, emissions="avoided")
def avoided(m: Names) -> Node:
    """Relative emissions: without the project, less with it, less leakage; below 0 where the project emits more."""
    return m.emitted_without - m.emitted_with - m.leaked


@emissions.scalar("Years of full service", Unit.YEARS)
def full_service_years(m: Names) -> Node:
    """Ramp-up and operation added up: what a typical year is an average of."""
    return total(m.service_years)


@emissions.scalar("Emitted with the project in a typical year, t CO2e", Unit.COUNT, emissions="absolute")
def absolute_a_year(m: Names) -> Node:
    """Absolute emissions: on average over the years of full service."""
    return ratio(total(m.emitted_with), m.full_service_years)


@emissions.scalar("Emitted without the project in a typical year, t CO2e", Unit.COUNT, emissions="baseline")
def baseline_a_year(m: Names) -> Node:
    """On average over the years of full service."""
    return ratio(total(m.emitted_without), m.full_service_years)


@emissions.scalar("Avoided in a typical year, t CO2e", Unit.COUNT, emissions="relative")
def avoided_a_year(m: Names) -> Node:
    """Relative emissions, leakage taken off: on average over the years of full service."""
    return ratio(total(m.avoided), m.full_service_years)


@emissions.scalar("Avoided in all, less construction, t CO2e", Unit.COUNT, emissions="lifetime")
def avoided_in_all(m: Names) -> Node:
    """Over operation, less what construction emits."""
    return total(m.avoided) - m.construction_tonnes
