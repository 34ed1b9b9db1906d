"""Affordability: all PPP obligations as a share of the budget, against the highest that is allowed."""

from finmodel.expr.functions import ratio, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.fiscal.yearly_figure import of_fiscal_year
from finmodel.units import Unit

__all__ = ["affordability"]

affordability = Section("fiscal_affordability", "Fiscal commitments")


@affordability.line("PPP obligations, share of the budget", Unit.SHARE, table="fiscal", gather="last")
def obligations_budget_share(m: Names) -> Node:
    """Of all projects, in the year so far."""
    return ratio(m.obligations_of_year, m.budget_of_year)


@affordability.line("Not affordable", Unit.FLAG)
def unaffordable_flag(m: Names) -> Node:
    """1 at the end of each fiscal year in which obligations are above the highest share of the budget."""
    allowed = of_fiscal_year(m, "affordability_limit") * m.budget_of_year
    return (m.obligations_of_year > allowed + m.tolerance) * m.fiscal_year_closes


@affordability.scalar("Years that are not affordable", Unit.COUNT, check="alert")
def affordability_check(m: Names) -> Node:
    """How many; 0 where the budget reaches in every year."""
    return total(m.unaffordable_flag)
