"""Special economic zone: relief for the years of a category, while agreement and zone last, then the standard rate."""

from finmodel.expr.functions import at, minimum, month, month_end, where, year
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["sez"]

sez = Section("sez", "Tax")


@sez.scalar("Years of relief", Unit.YEARS)
def relief_years(m: Names) -> Node:
    """By the investment category of the activity agreement."""
    return at(m.relief_years_by_category, m.category)


@sez.scalar("Last day of relief", Unit.DATE)
def relief_end(m: Names) -> Node:
    """The years of relief counted from financial close."""
    return month_end(m.start, m.relief_years * 12 - 1)


@sez.scalar("Last day of the zone", Unit.DATE)
def zone_end(m: Names) -> Node:
    """31 December of the zone's last year."""
    return month_end(m.start, (m.zone_end_year - year(m.start)) * 12 + 12 - month(m.start))


@sez.scalar("Last day of relief in force", Unit.DATE)
def relief_last_day(m: Names) -> Node:
    """The years of the category, but never beyond the activity agreement or the zone."""
    agreed = (m.agreement_end,) if m.has("agreement_end") else ()
    return minimum(m.relief_end, m.zone_end, *agreed)


@sez.line("Relief in force", Unit.FLAG)
def relief_flag(m: Names) -> Node:
    """1 in periods that end by the last day of relief."""
    return m.period_end <= m.relief_last_day


@sez.line("Rate of corporate income tax", Unit.RATE)
def tax_rate(m: Names) -> Node:
    """The rate in relief, after it the standard rate."""
    return where(m.relief_flag, m.relief_rate, m.cit_rate)
