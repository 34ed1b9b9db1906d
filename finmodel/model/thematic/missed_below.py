"""Target missed where the indicator is below it: what is aimed at is more."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["missed_below"]

missed_below = Section("missed_below", "Sustainability targets")


@missed_below.scalar("Target missed", Unit.FLAG)
def missed(m: Names) -> Node:
    """1 where the indicator observed is below the target: more is better."""
    return m.observed < m.target
