"""Amount limit: debt given outright."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["amount_limit"]

amount_limit = Section("amount_limit", "Loans")


@amount_limit.scalar("Limit: amount", Unit.MONEY, limit="facility")
def amount_capacity(m: Names) -> Node:
    """The stated amount."""
    return m.sizing_amount
