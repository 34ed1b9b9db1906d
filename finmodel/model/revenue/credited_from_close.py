"""Emission factor of carbon credits that is of the year of financial close: it falls from then on."""

from finmodel.expr.functions import previous, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["credited_from_close"]

credited_from_close = Section("credited_from_close", "Revenue")


@credited_from_close.line("Emission factor left", Unit.INDEX)
def factor_level(m: Names) -> Node:
    """1 at financial close; it falls with each calendar year."""
    return where(m.close_flag, 1, previous(m.factor_level) * (1 - m.factor_decline * m.new_year_flag))
