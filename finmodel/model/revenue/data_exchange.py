"""Data exchange: calls and licences at their prices, less a haircut, and only where the law allows it."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["data_exchange"]

data_exchange = Section("data_exchange", "Revenue")


@data_exchange.line("Forecast of data sales", Unit.MONEY)
def forecast(m: Names) -> Node:
    """Calls and licences at their prices, indexed, for the part of the period in operation."""
    yearly = m.calls * m.price_per_call + m.licences * m.licence_price
    return yearly * m.indexation * m.operation_share * m.year_fraction


@data_exchange.line("Data sales", Unit.MONEY, statement="revenue")
def revenue(m: Names) -> Node:
    """The forecast less the haircut; nothing while the law does not allow it. Compliance is a cost of operation."""
    return m.forecast * (1 - m.haircut) * m.lawful
