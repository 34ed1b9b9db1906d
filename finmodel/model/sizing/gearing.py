"""Gearing limit: a share of total uses."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["gearing_limit"]

gearing_limit = Section("gearing_limit", "Senior loan")


@gearing_limit.scalar("Limit: gearing", Unit.MONEY, limit="facility")
def gearing_capacity(m: Names) -> Node:
    """The highest share of total uses."""
    return m.sizing_gearing * m.total_uses
