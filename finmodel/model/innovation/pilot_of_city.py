"""Pilot of the city: what it co-finances and pays for, taken from its flows with the company."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["pilot_of_city"]

pilot_of_city = Section("innovation_pilot_of_city", "Innovation procurement")


@pilot_of_city.line("Pilot", Unit.MONEY)
def pilot_flow(m: Names) -> Node:
    """What the city receives from the company less what it pays it."""
    return m.received_by_city - m.paid_by_city
