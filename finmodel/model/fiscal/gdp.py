"""Gross domestic product, and what share of it the project costs the State."""

from finmodel.expr.functions import ratio
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.fiscal.yearly_figure import of_fiscal_year
from finmodel.units import Unit

__all__ = ["gdp"]

gdp = Section("fiscal_gdp", "Fiscal commitments")


@gdp.line("Gross domestic product of the year", Unit.MONEY)
def gdp_of_year(m: Names) -> Node:
    """As stated, with its growth since the first year."""
    return of_fiscal_year(m, "gdp") * (1 + m.gdp_growth) ** m.fiscal_years_passed


@gdp.line("Commitments, share of gross domestic product", Unit.RATE, table="fiscal", gather="last")
def commitments_gdp_share(m: Names) -> Node:
    """What the State has paid in the year so far, divided by the product of the year."""
    return ratio(m.commitments_of_year, m.gdp_of_year)


@gdp.line("Net cash effect, share of gross domestic product", Unit.RATE, table="fiscal", gather="last")
def net_gdp_share(m: Names) -> Node:
    """Received less paid in the year so far, divided by the product of the year."""
    return ratio(m.net_of_year, m.gdp_of_year)
