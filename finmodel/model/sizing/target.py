"""Target debt service: the least over the sizing cases, never negative."""

from finmodel.expr.functions import maximum, minimum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["target"]

target = Section("target", "Sizing")


@target.line("Target debt service", Unit.MONEY)
def target_debt_service(m: Names) -> Node:
    """The least of what the sizing cases allow."""
    return maximum(minimum(*m.each(target="debt_service")), 0)
