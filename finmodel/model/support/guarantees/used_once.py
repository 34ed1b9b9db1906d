"""What is used of a guarantee that can be drawn once: the running total of its payments."""

from finmodel.expr.functions import previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["used_once"]

used_once = Section("guarantee_used_once", "Guarantees")


@used_once.line("Used so far", Unit.MONEY)
def used(m: Names) -> Node:
    """The running total of payments; what the company repays cannot be drawn again."""
    return previous(m.used) + m.paid
