"""Kazakhstan, standard regime: one rate."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["kz_standard"]

kz_standard = Section("kz_standard", "Tax")


@kz_standard.line("Rate of corporate income tax", Unit.RATE)
def tax_rate(m: Names) -> Node:
    """The standard rate."""
    return m.cit_rate
