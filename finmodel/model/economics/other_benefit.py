"""Other benefits: so many units a year at a value each."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["other_benefit"]

other_benefit = Section("other_benefit", "Economic appraisal")


@other_benefit.line("Benefit claimed", Unit.MONEY)
def claimed(m: Names) -> Node:
    """Quantity a year at the value of a unit, for the service of the period."""
    return m.quantity * m.unit_value * m.service_years
