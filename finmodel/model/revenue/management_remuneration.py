"""Remuneration for management: the State's fee to the private partner for managing an object it owns."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["management_remuneration"]

management_remuneration = Section("management_remuneration", "Revenue")


@management_remuneration.line("Remuneration earned", Unit.MONEY, statement="revenue")
def revenue(m: Names) -> Node:
    """The amount a year, indexed, for the part of the period in operation, at the ramp-up reached."""
    return m.amount * m.indexation * m.operation_share * m.year_fraction * m.ramp_up
