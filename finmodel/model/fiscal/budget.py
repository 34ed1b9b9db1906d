"""The budget that pays, and what share of it the project takes."""

from finmodel.expr.functions import highest, ratio
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.fiscal.yearly_figure import of_fiscal_year
from finmodel.units import Unit

__all__ = ["budget"]

budget = Section("fiscal_budget", "Fiscal commitments")


@budget.line("Budget of the year", Unit.MONEY, table="fiscal", gather="last")
def budget_of_year(m: Names) -> Node:
    """As stated, with its growth since the first year."""
    return of_fiscal_year(m, "budget") * (1 + m.budget_growth) ** m.fiscal_years_passed


@budget.line("Commitments, share of the budget", Unit.SHARE, table="fiscal", gather="last")
def commitments_budget_share(m: Names) -> Node:
    """What the State has paid in the year so far, divided by the budget of the year."""
    return ratio(m.commitments_of_year, m.budget_of_year)


@budget.scalar("Highest share of the budget", Unit.SHARE, kpi="budget_share_highest")
def budget_share_highest(m: Names) -> Node:
    """The dearest year."""
    return highest(m.commitments_budget_share)
