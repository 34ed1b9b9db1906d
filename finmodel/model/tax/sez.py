"""Special economic zone: relief for the years of the category, while the zone lasts; then the standard rate."""

from finmodel.expr.functions import at, both, month_end, where, year
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


@sez.line("Relief in force", Unit.FLAG)
def relief_flag(m: Names) -> Node:
    """1 while the relief and the zone both last."""
    return both(m.period_end <= m.relief_end, year(m.period_end) <= m.zone_end_year)


@sez.line("Rate of corporate income tax", Unit.RATE)
def tax_rate(m: Names) -> Node:
    """The rate in relief, after it the standard rate."""
    return where(m.relief_flag, m.relief_rate, m.cit_rate)
