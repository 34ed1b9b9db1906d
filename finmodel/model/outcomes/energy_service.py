"""Energy as a service: a price for each unit of light, heat or cooling delivered, whatever energy it takes."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["energy_service"]

energy_service = Section("energy_service", "Revenue")


@energy_service.line("Payment by the contract", Unit.MONEY)
def service_payment(m: Names) -> Node:
    """Price a unit, indexed, times the units of service a year, for the part of the period in operation."""
    return m.price * m.price_level * m.volume * m.operation_share * m.year_fraction
