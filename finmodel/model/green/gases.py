"""Greenhouse gases of an eligible project: emitted without and with it, avoided a year and in all, and the range."""

from finmodel.expr.functions import at, maximum, minimum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.green.lifetime import over_lifetime
from finmodel.units import Unit

__all__ = ["gases", "gases_range"]

gases = Section("green_gases", "Greenhouse gases")
gases_range = Section("green_gases_range", "Greenhouse gases")


@gases.line("Emitted without the project, t CO2e", Unit.COUNT)
def ghg_without(m: Names) -> Node:
    """The baseline: what its item under emissions emits a year, for the years of full service."""
    return m.rate_without * m.serving_years


@gases.line("Emitted with the project, t CO2e", Unit.COUNT)
def ghg_with(m: Names) -> Node:
    """What is emitted a year with the project, for the years of full service."""
    return m.rate_with * m.serving_years


@gases.line("GHG avoided, t CO2e", Unit.COUNT)
def ghg_avoided(m: Names) -> Node:
    """Without the project, less leakage, less with it; of the whole project, whoever pays for it."""
    return m.ghg_without * (1 - m.leakage) - m.ghg_with


@gases.line("Emitted without the project in a year of full service, t CO2e", Unit.COUNT, total="none")
def ghg_rate_without(m: Names) -> Node:
    """The baseline at the emission factors of the period."""
    return m.rate_without


@gases.line("Emitted with the project in a year of full service, t CO2e", Unit.COUNT, total="none")
def ghg_rate_with(m: Names) -> Node:
    """At the emission factors of the period."""
    return m.rate_with


@gases.line("GHG avoided in a year of full service, t CO2e", Unit.COUNT, total="none")
def ghg_rate(m: Names) -> Node:
    """At the emission factors of the period."""
    return m.ghg_rate_without * (1 - m.leakage) - m.ghg_rate_with


@gases.scalar("Emitted without the project over the lifetime, t CO2e", Unit.COUNT)
def ghg_without_lifetime(m: Names) -> Node:
    """In the model, and after it at its last rate with the decline of the factor."""
    return over_lifetime(m, m.rate_without, m.ghg_without, m.decline_without)


@gases.scalar("Emitted with the project over the lifetime, t CO2e", Unit.COUNT)
def ghg_with_lifetime(m: Names) -> Node:
    """In the model, and after it at its last rate with the decline of the factor."""
    return over_lifetime(m, m.rate_with, m.ghg_with, m.decline_with)


@gases.scalar("Emitted without the project a year, t CO2e", Unit.COUNT)
def ghg_without_a_year(m: Names) -> Node:
    """The baseline over the lifetime, divided by the years that count."""
    return m.ghg_without_lifetime / m.counted_years


@gases.scalar("Emitted with the project a year, t CO2e", Unit.COUNT)
def ghg_with_a_year(m: Names) -> Node:
    """Over the lifetime, divided by the years that count."""
    return m.ghg_with_lifetime / m.counted_years


@gases.scalar("GHG avoided over the lifetime, t CO2e", Unit.COUNT)
def ghg_lifetime(m: Names) -> Node:
    """Operation alone; what construction emits stands beside it."""
    return m.ghg_without_lifetime * (1 - m.leakage) - m.ghg_with_lifetime


@gases.scalar("GHG avoided a year, t CO2e", Unit.COUNT)
def ghg_a_year(m: Names) -> Node:
    """Over the lifetime, divided by the years that count: less than in the first year where the grid grows cleaner."""
    return m.ghg_lifetime / m.counted_years


@gases.scalar("GHG avoided in a first full year, t CO2e", Unit.COUNT)
def ghg_first_year(m: Names) -> Node:
    """In a year of full service at the emission factors of the first period of operation."""
    return at(m.ghg_rate, m.first_operation)


@gases.scalar("Emitted by construction, t CO2e", Unit.COUNT)
def ghg_construction(m: Names) -> Node:
    """As stated; reported apart."""
    return m.construction_tonnes


@gases.scalar("GHG avoided over the lifetime, less construction, t CO2e", Unit.COUNT)
def ghg_net(m: Names) -> Node:
    """What is left of it once construction has been made up for."""
    return m.ghg_lifetime - m.ghg_construction


@gases_range.scalar("GHG avoided over the lifetime at the low factor, t CO2e", Unit.COUNT)
def ghg_lifetime_at_low(m: Names) -> Node:
    """Both sides at the low ends of their factors; a factor without a range stays as it is."""
    return m.ghg_without_lifetime * m.low_without * (1 - m.leakage) - m.ghg_with_lifetime * m.low_with


@gases_range.scalar("GHG avoided over the lifetime at the high factor, t CO2e", Unit.COUNT)
def ghg_lifetime_at_high(m: Names) -> Node:
    """Both sides at the high ends of their factors."""
    return m.ghg_without_lifetime * m.high_without * (1 - m.leakage) - m.ghg_with_lifetime * m.high_with


@gases_range.scalar("GHG avoided over the lifetime, at least, t CO2e", Unit.COUNT)
def ghg_lifetime_least(m: Names) -> Node:
    """The lower of both ends."""
    return minimum(m.ghg_lifetime_at_low, m.ghg_lifetime_at_high)


@gases_range.scalar("GHG avoided over the lifetime, at most, t CO2e", Unit.COUNT)
def ghg_lifetime_most(m: Names) -> Node:
    """The higher of both ends."""
    return maximum(m.ghg_lifetime_at_low, m.ghg_lifetime_at_high)


@gases_range.scalar("GHG avoided a year, at least, t CO2e", Unit.COUNT)
def ghg_a_year_least(m: Names) -> Node:
    """The lower end, divided by the years that count."""
    return m.ghg_lifetime_least / m.counted_years


@gases_range.scalar("GHG avoided a year, at most, t CO2e", Unit.COUNT)
def ghg_a_year_most(m: Names) -> Node:
    """The higher end, divided by the years that count."""
    return m.ghg_lifetime_most / m.counted_years
