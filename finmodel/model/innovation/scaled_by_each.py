"""Scaled by each: a stage gate that opens only where both city and company gain by themselves."""

from finmodel.expr.functions import both
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["scaled_by_each"]

scaled_by_each = Section("innovation_scaled_by_each", "Innovation procurement")


@scaled_by_each.scalar("Scaled where the pilot succeeds", Unit.FLAG)
def scaled_flag(m: Names) -> Node:
    """1 where the city gains and the company gains."""
    return both(m.city_if_succeeds > 0, m.company_if_succeeds > 0)
