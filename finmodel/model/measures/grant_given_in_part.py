"""Subsidy of a grant of which a part is paid back: the rest of it."""

from finmodel.expr.functions import total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["grant_given_in_part"]

grant_given_in_part = Section("grant_given_in_part", "Blended finance")


@grant_given_in_part.scalar("Subsidy", Unit.MONEY, subsidy="grant")
def grant_equivalent(m: Names) -> Node:
    """What the financing counts on less what is paid back, with its success fee; that it waits is not counted."""
    return m.counted_on - total(m.recoverable_part) - total(m.success_fee_owed)
