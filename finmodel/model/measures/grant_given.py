"""Subsidy of a grant that is not paid back: all of it."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["grant_given"]

grant_given = Section("grant_given", "Blended finance")


@grant_given.scalar("Subsidy", Unit.MONEY, subsidy="grant")
def grant_equivalent(m: Names) -> Node:
    """A grant is subsidy in full: all that the financing counts on."""
    return m.counted_on
