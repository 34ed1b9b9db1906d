"""Amount limit: debt given outright."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["amount_limit"]

amount_limit = Section("amount_limit", "Loans")


@amount_limit.scalar("Limit: amount", Unit.MONEY, limit="facility")
def amount_capacity(m: Names) -> Node:
    """The stated amount; in another currency, at the rates of exchange at which it is drawn."""
    if m.has("exchange_at_close"):
        return m.sizing_amount * m.exchange_at_close * m.drawdown_level
    return m.sizing_amount
