"""Gearing limit: a share of total uses, for a facility together with those sized before it."""

from finmodel.expr.functions import summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["gearing_limit"]

gearing_limit = Section("gearing_limit", "Loans")


@gearing_limit.scalar("Limit: gearing", Unit.MONEY, limit="facility")
def gearing_capacity(m: Names) -> Node:
    """The highest share of total uses that this facility and those sized before it may reach."""
    return summed(m.sizing_gearing * m.total_uses, *(-amount for amount in m.own_each(before="commitment")))
