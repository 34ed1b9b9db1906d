"""Discount factor of a rate a year: by months since financial close, as grant elements are reported."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["annual_factor"]

annual_factor = Section("annual_factor", "Blended finance")


@annual_factor.line("Discount factor", Unit.INDEX)
def measure_factor(m: Names) -> Node:
    """1 ÷ (1 + rate) to the power of the years from financial close to the end of the period, in whole months."""
    return (1 + m.measure_rate) ** -(m.months_elapsed / 12)
