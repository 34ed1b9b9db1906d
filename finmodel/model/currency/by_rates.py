"""Path of a rate of exchange that is given outright, period by period."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["by_rates"]

by_rates = Section("by_rates", "Currencies")


@by_rates.line("Level by its path", Unit.INDEX)
def path_level(m: Names) -> Node:
    """The rate given for the period divided by the rate at financial close."""
    return m.rates / m.spot
