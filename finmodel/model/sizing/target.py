"""Target debt service of a facility: the least over its sizing cases, less what facilities sized before take."""

from finmodel.expr.functions import maximum, minimum, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["target"]

target = Section("target", "Loans")


@target.line("Target debt service", Unit.MONEY)
def target_debt_service(m: Names) -> Node:
    """The least of what the sizing cases allow, after facilities sized before; never negative."""
    allowed = minimum(*m.own_each(target="debt_service"))
    return maximum(summed(allowed, *(-taken for taken in m.own_each(before="service"))), 0)
