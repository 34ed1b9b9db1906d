"""The period of a month: one flag for what happens once, so many months after financial close."""

from finmodel.expr.functions import both, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node

__all__ = ["in_the_period_of"]


def in_the_period_of(m: Names, month: Node) -> Node:
    """1 in the period in which a month, counted from financial close, ends."""
    return both(m.months_elapsed >= month, previous(m.months_elapsed) < month)
