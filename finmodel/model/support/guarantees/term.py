"""When a guarantee is in force: from a month and, where it says so, until a month after financial close."""

from finmodel.expr.functions import both
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["term", "until"]

term = Section("guarantee_term", "Guarantees")
until = Section("guarantee_until", "Guarantees")


@until.line("Cover has not ended", Unit.FLAG, in_force="condition")
def not_ended_flag(m: Names) -> Node:
    """1 in periods that end by the last month covered."""
    return m.months_elapsed <= m.until_month


@term.line("In force", Unit.FLAG)
def in_force_flag(m: Names) -> Node:
    """1 where what falls due at the end of the period is covered."""
    return both(m.months_elapsed >= m.from_month, *m.own_each(in_force="condition"))
