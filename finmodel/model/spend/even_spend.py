"""Even spend: the same in every planned month of construction."""

from finmodel.expr.functions import minimum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["even_spend"]

even_spend = Section("even_spend", "Capital expenditure")


@even_spend.line("Planned spend so far", Unit.SHARE)
def planned(m: Names) -> Node:
    """Even over the planned months of construction."""
    return minimum(m.months_elapsed / m.construction_months, 1)
