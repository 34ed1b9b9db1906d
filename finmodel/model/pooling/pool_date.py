"""Capital need by a date: what is invested by the end of a year, what it still lacks, and the deepest need so far."""

from finmodel.expr.functions import highest, maximum, sum_product
from finmodel.expr.functions import year as year_of
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["member_by_date", "pool_date"]

pool_date = Section("pool_date", "Pool")
member_by_date = Section("pool_member_by_date", "Pool")


@pool_date.line("Up to the date", Unit.FLAG)
def by_flag(m: Names) -> Node:
    """1 in periods that end by the end of the year."""
    return year_of(m.period_end) <= m.year


@pool_date.scalar("Invested", Unit.MONEY, kpi="invested")
def invested_by(m: Names) -> Node:
    """Investment of the pool so far, in money of each period."""
    return sum_product(m.pool_investment, m.by_flag)


@pool_date.scalar("Paid by public money", Unit.MONEY)
def public_by(m: Names) -> Node:
    """Grants and public shares of phases so far."""
    return sum_product(m.pool_public, m.by_flag)


@pool_date.scalar("Earned after costs", Unit.MONEY)
def earned_by(m: Names) -> Node:
    """Revenue less operating and lifecycle costs so far."""
    return sum_product(m.pool_revenue, m.by_flag) - sum_product(m.pool_operating_cost, m.by_flag)


@pool_date.scalar("Shortfall", Unit.MONEY, kpi="shortfall")
def shortfall_by(m: Names) -> Node:
    """What investment exceeds earnings and public money by; 0 once the pool has earned it back."""
    return maximum(-sum_product(m.pool_net, m.by_flag), 0)


@pool_date.line("Need so far", Unit.MONEY, total="none")
def need_path(m: Names) -> Node:
    """By how much the pool's cash flow so far is below 0, up to the date."""
    return maximum(-m.pool_cumulative, 0) * m.by_flag


@pool_date.scalar("Capital need up to the date", Unit.MONEY, kpi="need")
def need_by(m: Names) -> Node:
    """The deepest so far."""
    return highest(m.need_path)


@member_by_date.scalar("Invested", Unit.MONEY)
def member_invested_by(m: Names) -> Node:
    """Investment of the member so far, in money of each period."""
    return sum_product(m.of_investment, m.by_flag)


@member_by_date.scalar("Shortfall", Unit.MONEY)
def member_shortfall_by(m: Names) -> Node:
    """What its investment exceeds its earnings and public money by, if it stands alone."""
    return maximum(-sum_product(m.of_net, m.by_flag), 0)
