"""Land market: how land values would move without the project; growth that comes anyway is no uplift."""

from finmodel.expr.functions import previous, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["land_market"]

land_market = Section("land_market", "Land")


@land_market.line("Land market without the project", Unit.INDEX)
def market_level(m: Names) -> Node:
    """1 at financial close; it grows evenly over time and is that of the end of the period."""
    return where(m.close_flag, 1, previous(m.market_level)) * (1 + m.market_growth) ** m.year_fraction
