"""A guarantee that pays whatever the cause of a shortfall."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["any_shortfall"]

any_shortfall = Section("guarantee_any_shortfall", "Guarantees")


@any_shortfall.line("Share of the shortfall that counts", Unit.SHARE)
def trigger(m: Names) -> Node:
    """All of it while the guarantee is in force, whatever the cause."""
    return m.in_force_flag
