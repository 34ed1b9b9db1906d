"""Consumer surplus: what cheaper use is worth to those who use, by the rule of half."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["consumer_surplus"]

consumer_surplus = Section("consumer_surplus", "Economic appraisal")


@consumer_surplus.line("Benefit claimed", Unit.MONEY)
def claimed(m: Names) -> Node:
    """Half of use without and with the project together, times the fall of the cost of a use, for the service."""
    return (m.use_without + m.use_with) / 2 * (m.cost_without - m.cost_with) * m.service_years
