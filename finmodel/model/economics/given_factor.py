"""Given factor: the conversion factor of an item as the case states it."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["given_factor"]

given_factor = Section("conversion_given_factor", "Economic appraisal")


@given_factor.scalar("Conversion factor", Unit.NUMBER, converted="factor", heading="heading")
def economic_factor(m: Names) -> Node:
    """As the case states it."""
    return m.stated_factor
