"""A guarantee that pays only for what the events named in the policy cause."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["named_event"]

named_event = Section("guarantee_named_event", "Guarantees")


@named_event.line("Share of the shortfall that counts", Unit.SHARE)
def trigger(m: Names) -> Node:
    """What the named events cause while the guarantee is in force; 0 where no such event happens."""
    return m.event * m.in_force_flag
