"""Green totals: proceeds, allocations and what waits, of all instruments together, and where it waits."""

from finmodel.expr.functions import absolute, highest, ratio, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["gases_totals", "green_totals", "placement"]

green_totals = Section("green_totals", "Allocation of proceeds")
gases_totals = Section("green_gases_totals", "Impact")
placement = Section("green_placement", "Allocation of proceeds")


@green_totals.line("Proceeds of labelled instruments", Unit.MONEY)
def green_proceeds(m: Names) -> Node:
    """Of all instruments together."""
    return m.sum_of(green="proceeds")


@green_totals.line("Allocated to eligible projects", Unit.MONEY)
def green_allocated(m: Names) -> Node:
    """Of all instruments together."""
    return m.sum_of(green="allocated_of_instrument")


@green_totals.line("Proceeds not allocated", Unit.MONEY, total="none")
def green_unallocated(m: Names) -> Node:
    """Of all instruments together, at the end of the period."""
    return m.sum_of(green="unallocated")


@green_totals.scalar("Share of proceeds allocated", Unit.SHARE, kpi="green_allocated_share")
def green_allocated_share(m: Names) -> Node:
    """Allocated to eligible projects over all years, divided by all proceeds."""
    return ratio(total(m.green_allocated), total(m.green_proceeds))


@green_totals.line("Distance of allocations by instrument and by project", Unit.MONEY)
def green_allocation_distance(m: Names) -> Node:
    """What instruments allocate against what projects receive, without sign."""
    return absolute(m.green_allocated - m.sum_of(green="allocated_to_project"))


@green_totals.scalar("Allocations by instrument and by project", Unit.MONEY, check="integrity")
def green_allocation_check(m: Names) -> Node:
    """The greatest difference in any period: 0, or an allocation is counted on one side only."""
    return highest(m.green_allocation_distance)


@gases_totals.scalar("GHG avoided a year, share financed, t CO2e", Unit.COUNT, kpi="green_ghg_a_year")
def green_ghg_a_year(m: Names) -> Node:
    """By all labelled instruments together, pro-rated by what they allocate to the cost of each project."""
    return m.sum_of(impact="a_year", kind="ghg")


@gases_totals.scalar("GHG avoided over lifetimes, share financed, t CO2e", Unit.COUNT, kpi="green_ghg_lifetime")
def green_ghg_lifetime(m: Names) -> Node:
    """By all labelled instruments together, over the lifetime of each project."""
    return m.sum_of(impact="lifetime", kind="ghg")


@placement.line("Waits here", Unit.MONEY, total="none")
def held(m: Names) -> Node:
    """Its share of what is not allocated, at the end of the period."""
    return m.green_unallocated * m.share
