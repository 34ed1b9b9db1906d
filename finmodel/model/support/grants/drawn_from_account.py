"""Drawn from an account: money that was received before it is needed pays for uses as they arise."""

from finmodel.expr.functions import minimum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["drawn_from_account"]

drawn_from_account = Section("drawn_from_account", "Grants")


@drawn_from_account.line(
    "Grant used", Unit.MONEY, funds="grant", asset="granted", grant="used", pool="pool", chart="source", member="member"
)
def used(m: Names) -> Node:
    """All uses of the period that grants before leave, as far as the money received reaches."""
    return minimum(m.uses_left, m.account_opening + m.received)
