"""Plain stream: revenue given outright, amount by amount, so that a model built elsewhere can be reproduced."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["plain_stream"]

plain_stream = Section("plain_stream", "Revenue")


@plain_stream.line("Revenue", Unit.MONEY, statement="revenue")
def revenue(m: Names) -> Node:
    """The stated amount of the period, at its rate of exchange."""
    return m.amount * m.exchange if m.has("exchange") else m.amount
