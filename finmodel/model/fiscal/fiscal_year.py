"""Fiscal years: the calendar year in which a period ends, and what has been paid so far in it."""

from finmodel.expr.functions import equals, following, maximum, minimum, negated, previous, year
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["fiscal_year"]

fiscal_year = Section("fiscal_year", "Fiscal commitments")


@fiscal_year.line("Fiscal year", Unit.CALENDAR_YEAR)
def fiscal_year_of_period(m: Names) -> Node:
    """The calendar year in which the period ends: payments are dated on its last day."""
    return year(m.period_end)


@fiscal_year.line("Fiscal year closes", Unit.FLAG)
def fiscal_year_closes(m: Names) -> Node:
    """1 in the last period that ends in the year."""
    return negated(equals(following(m.fiscal_year_of_period), m.fiscal_year_of_period))


@fiscal_year.line("Position of the fiscal year in tables", Unit.COUNT)
def fiscal_position(m: Names) -> Node:
    """Which column of the tables by year holds for the year in which the period ends."""
    return minimum(maximum(m.fiscal_year_of_period - m.table_first_year + 1, 1), m.table_years)


@fiscal_year.line("Commitments of the year so far", Unit.MONEY)
def commitments_of_year(m: Names) -> Node:
    """What the State has paid since the year began; in the last period of the year, all of it."""
    same = equals(previous(m.fiscal_year_of_period), m.fiscal_year_of_period)
    return previous(m.commitments_of_year) * same + m.public_commitments


@fiscal_year.line("Net cash effect of the year so far", Unit.MONEY)
def net_of_year(m: Names) -> Node:
    """Received less paid by the State since the year began."""
    same = equals(previous(m.fiscal_year_of_period), m.fiscal_year_of_period)
    return previous(m.net_of_year) * same + m.public_net


@fiscal_year.line("Years since the first fiscal year", Unit.COUNT)
def fiscal_years_passed(m: Names) -> Node:
    """0 in the year of financial close, in which budget and product are as stated."""
    return m.fiscal_year_of_period - year(m.start)
