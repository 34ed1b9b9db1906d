"""Drawn pro rata: a grant pays for the same share of the uses of every period, as debt and equity do."""

from finmodel.expr.functions import maximum, minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["drawn_pro_rata"]

drawn_pro_rata = Section("drawn_pro_rata", "Grants")


@drawn_pro_rata.line(
    "Grant used", Unit.MONEY, funds="grant", asset="granted", grant="used", pool="pool", chart="source", member="member"
)
def used(m: Names) -> Node:
    """Its share of the uses that grants before leave, until the grant is used."""
    share = m.available / (m.total_uses - m.counted_before)
    return maximum(minimum(m.uses_left * share, m.uses_left, m.available - previous(m.used_so_far)), 0)
