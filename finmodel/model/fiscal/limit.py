"""The limit of the State's PPP obligations, what is left of it, and whether it is exceeded."""

from finmodel.expr.functions import highest, lowest, maximum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.fiscal.yearly_figure import of_fiscal_year
from finmodel.units import Unit

__all__ = ["headroom", "limit_stated", "share_limit"]

limit_stated = Section("fiscal_limit_stated", "Fiscal commitments")
share_limit = Section("fiscal_share_limit", "Fiscal commitments")
headroom = Section("fiscal_headroom", "Fiscal commitments")


@limit_stated.line("Limit of PPP obligations", Unit.MONEY, table="fiscal", gather="last")
def limit_of_year(m: Names) -> Node:
    """As stated for the year."""
    return of_fiscal_year(m, "ppp_limit")


@share_limit.line("Limit of PPP obligations", Unit.MONEY, table="fiscal", gather="last")
def limit_by_share(m: Names) -> Node:
    """The stated share of the budget of the year."""
    return of_fiscal_year(m, "ppp_limit_share") * m.budget_of_year


@headroom.line("Headroom", Unit.MONEY, table="fiscal", gather="last")
def ppp_headroom(m: Names) -> Node:
    """The limit less all obligations of the year so far; below 0 where it is exceeded."""
    return m.limit_held - m.obligations_of_year


@headroom.scalar("Least headroom", Unit.MONEY, kpi="ppp_headroom_least")
def ppp_headroom_least(m: Names) -> Node:
    """Of any year."""
    return lowest(m.ppp_headroom)


@headroom.line("Beyond the limit", Unit.MONEY)
def ppp_excess(m: Names) -> Node:
    """At the end of each fiscal year, by how much obligations exceed the limit."""
    return maximum(-m.ppp_headroom, 0) * m.fiscal_year_closes


@headroom.scalar("PPP obligations above the limit", Unit.MONEY, check="alert")
def ppp_limit_check(m: Names) -> Node:
    """The worst year; 0 where the limit holds."""
    return highest(m.ppp_excess)
