"""Path of a rate of exchange by depreciation: the other currency grows dearer by a rate a year."""

from finmodel.expr.functions import previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["by_depreciation"]

by_depreciation = Section("by_depreciation", "Currencies")


@by_depreciation.line("Level by its path", Unit.INDEX)
def path_level(m: Names) -> Node:
    """1 at financial close; it rises by the rate a year, compounded over the years in the period."""
    return (m.close_flag + previous(m.path_level)) * (1 + m.depreciation) ** m.year_fraction
