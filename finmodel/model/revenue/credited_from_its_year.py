"""Emission factor of carbon credits with the year that it is of: it falls from then on, whenever the deal closes."""

from finmodel.expr.functions import maximum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["credited_from_its_year"]

credited_from_its_year = Section("credited_from_its_year", "Revenue")


@credited_from_its_year.line("Emission factor left", Unit.INDEX)
def factor_level(m: Names) -> Node:
    """1 in the calendar year that the factor is of; it falls with each calendar year after it."""
    return (1 - m.factor_decline) ** maximum(m.calendar_year - m.factor_year, 0)
