"""Service: for how much of a period the project serves fully, by which what happens in a year is multiplied."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["service"]

service = Section("service", "Time")


@service.line("Years of full service in the period", Unit.YEARS)
def service_years(m: Names) -> Node:
    """The part of the period in operation, at the ramp-up reached."""
    return m.operation_share * m.year_fraction * m.ramp_up
