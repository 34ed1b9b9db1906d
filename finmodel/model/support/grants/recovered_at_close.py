"""Recovered at close: the part to be paid back is a use of funds of the first period."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["recovered_at_close"]

recovered_at_close = Section("recovered_at_close", "Grants")


@recovered_at_close.line(
    "Grant paid back", Unit.MONEY, use="construction", financing="out", payer="company", payee="grantor"
)
def recovered(m: Names) -> Node:
    """At financial close, with the success fee."""
    return m.recoverable_part + m.success_fee_owed
