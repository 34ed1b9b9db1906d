"""Target missed where the indicator is above it: what is aimed at is less."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["missed_above"]

missed_above = Section("missed_above", "Sustainability targets")


@missed_above.scalar("Target missed", Unit.FLAG)
def missed(m: Names) -> Node:
    """1 where the indicator observed is above the target: less is better."""
    return m.observed > m.target
