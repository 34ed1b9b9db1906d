"""Proceeds of a labelled instrument: received, allocated, what waits, and whether all is allocated in time."""

from finmodel.expr.functions import (
    at,
    both,
    day,
    first_where,
    highest,
    lowest,
    maximum,
    month_end,
    previous,
    total,
    where,
    year,
)
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["allocated_of", "drawn", "in_time", "proceeds"]

proceeds = Section("green_proceeds", "Allocation of proceeds")
drawn = Section("green_drawn", "Allocation of proceeds")
in_time = Section("green_in_time", "Allocation of proceeds")


def allocated_of(instrument: str) -> Section:
    """What of one instrument is allocated, to all projects."""
    section = Section("green_allocated_of", "Allocation of proceeds")

    @section.line("Allocated", Unit.MONEY, green="allocated_of_instrument")
    def allocated(m: Names) -> Node:
        """To all projects together."""
        return m.sum_of(financed_by=instrument)

    @section.scalar("Refinances earlier spending", Unit.MONEY)
    def refinancing(m: Names) -> Node:
        """Of what is allocated; the rest is new spending."""
        return m.sum_of(refinanced_by=instrument)

    return section


@proceeds.line("Proceeds", Unit.MONEY, green="proceeds")
def received(m: Names) -> Node:
    """What the instrument brings, as the deal has it."""
    return m.instrument_proceeds


@proceeds.scalar("Proceeds in all", Unit.MONEY)
def proceeds_total(m: Names) -> Node:
    """Over all periods."""
    return total(m.received)


@drawn.line("Proceeds come in", Unit.FLAG)
def comes_in(m: Names) -> Node:
    """1 in periods in which there are any."""
    return m.received > 0


@drawn.scalar("Proceeds come from", Unit.DATE)
def proceeds_from(m: Names) -> Node:
    """The first day of the period in which the first proceeds come."""
    return at(m.period_start, first_where(m.comes_in))


@proceeds.line("Not allocated", Unit.MONEY, green="unallocated", total="none")
def unallocated(m: Names) -> Node:
    """Proceeds so far, less what is allocated so far: what waits in placements at the end of the period."""
    return previous(m.unallocated) + m.received - m.allocated


@proceeds.scalar("Allocated in all", Unit.MONEY)
def allocated_in_all(m: Names) -> Node:
    """Over all years and projects."""
    return total(m.allocated)


@proceeds.scalar("Share of proceeds allocated", Unit.SHARE)
def allocated_share(m: Names) -> Node:
    """Allocated in all, divided by all proceeds."""
    return m.allocated_in_all / m.proceeds_total


@proceeds.scalar("Refinancing, of what is allocated", Unit.SHARE)
def refinanced_share_of_all(m: Names) -> Node:
    """What refinances earlier spending, divided by what is allocated."""
    return m.refinancing / m.allocated_in_all


@proceeds.scalar("Allocated beyond proceeds", Unit.MONEY)
def overdrawn(m: Names) -> Node:
    """At worst, at the end of any period."""
    return maximum(-lowest(m.unallocated), 0)


@proceeds.scalar("More is allocated than has come in", Unit.FLAG, check="alert", refuse="allocated_above_proceeds")
def above_proceeds(m: Names) -> Node:
    """1 if at the end of any period more is allocated than the instrument has brought."""
    return m.overdrawn > m.tolerance


@in_time.scalar("To be allocated by", Unit.DATE)
def allocate_by(m: Names) -> Node:
    """The months that the framework allows from the day from which proceeds come, that day counted."""
    return month_end(m.proceeds_from, m.management_allocation_months - 1) + day(m.proceeds_from) - 1


@in_time.line("Waits beyond the time", Unit.MONEY, total="none")
def waits_too_long(m: Names) -> Node:
    """What waits at the end of the calendar year in which the time runs out, and of later ones."""
    counted = both(m.year_end_flag, m.calendar_year >= year(m.allocate_by))
    return where(counted, m.unallocated, 0)


@in_time.scalar("Not allocated in time", Unit.MONEY, check="alert")
def late(m: Names) -> Node:
    """The most that waits beyond the time."""
    return highest(m.waits_too_long)
