"""Ramp-up of use: as the whole project ramps up, or by a share stated for each year of operation."""

from finmodel.expr.functions import at, maximum, minimum, previous, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["by_profile", "profile_months", "with_the_project"]

with_the_project = Section("usage_with_the_project", "Revenue")


@with_the_project.line("Ramp-up of use", Unit.SHARE)
def use_reached(m: Names) -> Node:
    """As the whole project ramps up."""
    return m.ramp_up


def profile_months(m: Names, profile: Node, years: int) -> Node:
    """Months of operation so far, those of each year counted by the share that a profile states for it."""
    begun = [maximum(m.operation_months_elapsed - 12 * passed, 0) for passed in range(years)]
    within = [*(minimum(months, 12) for months in begun[:-1]), begun[-1]]
    return summed(*(at(profile, place) * months for place, months in enumerate(within, start=1)))


def by_profile(years: int) -> Section:
    """A stated share for each of so many years of operation, the last of which holds from then on."""
    section = Section("usage_by_profile", "Revenue")

    @section.line("Months of full use so far", Unit.MONTHS)
    def full_use_months(m: Names) -> Node:
        """Months of operation, those of each year counted by the share stated for it."""
        return profile_months(m, m.ramp_up_profile, years)

    @section.line("Ramp-up of use", Unit.SHARE)
    def use_reached(m: Names) -> Node:
        """The share reached, on average over the months of operation in the period."""
        months = m.operation_months_elapsed - previous(m.operation_months_elapsed)
        return (m.full_use_months - previous(m.full_use_months)) / months

    return section
