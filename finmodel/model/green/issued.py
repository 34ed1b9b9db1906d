"""Issued: proceeds of a bond come from the day of its issue, and none of them should wait when it has matured."""

from finmodel.expr.functions import both, highest, where, year
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


@issued.line("Waits though the bond has matured", Unit.MONEY, total="none")
def waits_after_maturity(m: Names) -> Node:
    """What is not allocated at the end of the calendar year of maturity and of later ones, while others are owed."""
    counted = both(m.year_end_flag, m.calendar_year >= year(m.matures_on))
    return where(both(counted, m.debt_closing > m.tolerance), m.unallocated, 0)


@issued.scalar("Not allocated though the bond has matured", Unit.MONEY, check="alert")
def matured_unallocated(m: Names) -> Node:
    """The most that waits so: money of a label that no holder is owed any more, and no project has."""
    return highest(m.waits_after_maturity)
