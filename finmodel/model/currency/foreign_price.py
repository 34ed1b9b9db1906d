"""A price stated in a foreign currency: its index times the rate of exchange of the period."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["foreign_price"]

foreign_price = Section("foreign_price", "Currencies")


@foreign_price.line("Price index, in the case's currency", Unit.NUMBER)
def price_index(m: Names) -> Node:
    """Index times rate of exchange; where the cost is converted at financial close, times the level since then."""
    return m.own_price_index * m.exchange
