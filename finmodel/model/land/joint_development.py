"""Joint development: land granted at its old value, a premium on the rise, and a share of the developer's profit."""

from finmodel.expr.functions import maximum, previous, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.land.month_flag import in_the_period_of
from finmodel.units import Unit

__all__ = ["joint_development"]

joint_development = Section("joint_development", "Land")


@joint_development.line("Period of the grant", Unit.FLAG)
def granted_flag(m: Names) -> Node:
    """1 in the period in which the developer receives the land."""
    return in_the_period_of(m, m.granted_month)


@joint_development.line("Land at its value before the project", Unit.MONEY, land="sold", table="land", gather="sum")
def land_price(m: Names) -> Node:
    """Area × value at financial close: a sale, nothing that is captured."""
    return m.area * m.value_before * m.granted_flag


@joint_development.line("Rise above the market", Unit.MONEY)
def rise(m: Names) -> Node:
    """The value at the grant less the value at close as the market would have moved it; never below 0."""
    return m.area * maximum(m.value_after - m.value_before * m.market_level, 0) * m.granted_flag


@joint_development.line("Premium", Unit.MONEY)
def premium_paid(m: Names) -> Node:
    """The share of the rise that the developer pays for the land beside its old value."""
    return m.rise * m.premium


@joint_development.line("Developer's profit so far", Unit.MONEY)
def profit_so_far(m: Names) -> Node:
    """Sales less costs, land and premium, added up."""
    earned = (m.sales - m.costs) * m.year_fraction
    return previous(m.profit_so_far) + earned - m.land_price - m.premium_paid


@joint_development.line("Highest profit so far", Unit.MONEY)
def profit_peak(m: Names) -> Node:
    """A later loss takes nothing back, and profit is shared again only above it."""
    return maximum(m.profit_so_far, previous(m.profit_peak), 0)


@joint_development.line("Share of profit", Unit.MONEY)
def profit_shared(m: Names) -> Node:
    """The stated share of each rise of the highest profit."""
    return m.profit_share * (m.profit_peak - previous(m.profit_peak))


@joint_development.line("Captured", Unit.MONEY, land="captured", table="land", gather="sum")
def captured(m: Names) -> Node:
    """Premium and share of profit, as collected."""
    return (m.premium_paid + m.profit_shared) * m.collection


@joint_development.scalar("Captured in total", Unit.MONEY)
def captured_total(m: Names) -> Node:
    """Over all periods."""
    return total(m.captured)
