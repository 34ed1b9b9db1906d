"""Emissions avoided: tonnes of CO2 equivalent at the shadow price of carbon."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["emissions_avoided"]

emissions_avoided = Section("emissions_avoided", "Economic appraisal")


@emissions_avoided.line("Benefit claimed", Unit.MONEY)
def claimed(m: Names) -> Node:
    """What is avoided, less what construction emits, at the price of the year; below 0 where more is emitted."""
    return (m.tonnes_avoided - m.tonnes_of_construction) * m.tonne_price
