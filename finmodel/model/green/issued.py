"""Issued: proceeds of a bond come from the day of its issue, which its file states."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["issued"]

issued = Section("green_issued", "Allocation of proceeds")


@issued.scalar("Proceeds come from", Unit.DATE)
def proceeds_from(m: Names) -> Node:
    """The day of issue: look-back and the time of allocation are counted from it."""
    return m.issued_on
