"""Local air: tonnes of a pollutant kept out of it, at the damage that a tonne does."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["local_air"]

local_air = Section("local_air", "Economic appraisal")


@local_air.line("Benefit claimed", Unit.MONEY)
def claimed(m: Names) -> Node:
    """Tonnes a year at their damage, which rises with income, for the service of the period."""
    return m.tonnes * m.damage * m.real_value_index * m.service_years
