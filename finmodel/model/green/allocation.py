"""Allocation: money of one instrument for one project in a calendar year, and what that makes of the project's cost."""

from finmodel.expr.functions import both, equals, following, negated, previous, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node, Operand
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["allocation", "allocation_share", "calendar", "financed", "paid_for"]

calendar = Section("green_calendar", "Allocation of proceeds")
allocation = Section("green_allocation", "Allocation of proceeds")
allocation_share = Section("green_allocation_share", "Allocation of proceeds")
financed = Section("green_financed", "Allocation of proceeds")


@calendar.line("Last period that begins in its calendar year", Unit.FLAG)
def year_end_flag(m: Names) -> Node:
    """1 in the period in which the allocations of its calendar year are counted."""
    return negated(equals(following(m.calendar_year), m.calendar_year))


@calendar.line("Nothing emitted", Unit.COUNT)
def nothing_emitted(m: Names) -> Operand:
    """0: the side of an item of emissions that is not stated."""
    return 0


@calendar.scalar("No decline", Unit.RATE)
def no_decline(m: Names) -> Operand:
    """0: the decline of a side that is not stated."""
    return 0


@calendar.scalar("Factor as stated", Unit.NUMBER)
def as_stated(m: Names) -> Operand:
    """1: a factor without a range."""
    return 1


@allocation_share.scalar("Allocated, by the share stated", Unit.MONEY)
def amount(m: Names) -> Node:
    """The share of all that the instrument brings."""
    return m.share * m.proceeds_total


@allocation.line("Allocated", Unit.MONEY, allocated_of="instrument", allocated_to="project")
def allocated(m: Names) -> Node:
    """The amount, in the last period that begins in the calendar year of allocation."""
    return m.amount * both(m.year_end_flag, equals(m.calendar_year, m.year))


def paid_for(instrument: str, project: str) -> Section:
    """The allocations of one instrument to one project together."""
    section = Section("green_paid_for", "Allocation of proceeds")

    @section.line("Allocated", Unit.MONEY, financed_by="instrument", financed="project")
    def allocated_together(m: Names) -> Node:
        """All allocations of this instrument to this project."""
        return m.sum_of(allocated_of=instrument, allocated_to=project)

    return section


@financed.line("Allocated so far", Unit.MONEY, total="none")
def allocated_so_far(m: Names) -> Node:
    """Allocations added up."""
    return previous(m.allocated_so_far) + m.allocated_together


@financed.line("Share of the project's cost so far", Unit.SHARE, total="none")
def share_so_far(m: Names) -> Node:
    """Allocated so far, divided by the total cost of the project: by it impact is pro-rated."""
    return m.allocated_so_far / m.total_cost


@financed.scalar("Allocated in all", Unit.MONEY)
def allocated_in_all(m: Names) -> Node:
    """Over all years."""
    return total(m.allocated_together)


@financed.scalar("Share of the project's cost", Unit.SHARE)
def share_of_cost(m: Names) -> Node:
    """Allocated in all, divided by the total cost of the project."""
    return m.allocated_in_all / m.total_cost


@financed.scalar("Of it, refinances earlier spending", Unit.MONEY, refinanced_by="instrument")
def refinancing(m: Names) -> Node:
    """The stated share of what is allocated to the project."""
    return m.allocated_in_all * m.refinanced_share
