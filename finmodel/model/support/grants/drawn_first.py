"""Drawn first: a grant pays before debt and equity, as cost arises, until it is used."""

from finmodel.expr.functions import maximum, minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["drawn_first"]

drawn_first = Section("drawn_first", "Grants")


@drawn_first.line(
    "Grant used", Unit.MONEY, funds="grant", asset="granted", grant="used", pool="pool", chart="source", member="member"
)
def used(m: Names) -> Node:
    """All uses of the period that grants before leave, until the grant is used."""
    return minimum(m.uses_left, maximum(m.available - previous(m.used_so_far), 0))
