"""Phase of an uplift: the share reached as stated by calendar year, or by years since the project was completed."""

from finmodel.expr.functions import at, floor, minimum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["after_completion", "by_calendar"]

by_calendar = Section("uplift_by_calendar", "Land")


@by_calendar.line("Share of the uplift planned", Unit.SHARE)
def phase_planned(m: Names) -> Node:
    """As stated for the year: a delay of the project does not move it."""
    return m.phase


def after_completion(years: int) -> Section:
    """Stated for the ends of so many years of operation, in a straight line between; a delay moves all of it."""
    section = Section("uplift_after_completion", "Land")

    @section.line("Years since completion", Unit.YEARS)
    def years_open(m: Names) -> Node:
        """Months of operation so far, in years."""
        return m.operation_months_elapsed / 12

    @section.line("Share of the uplift planned", Unit.SHARE)
    def phase_planned(m: Names) -> Node:
        """0 at completion; the last share holds from its year on."""
        done = minimum(floor(m.years_open), years)
        reached, ahead = at(m.phase_after_completion, done), at(m.phase_after_completion, minimum(done + 1, years))
        return reached + (m.years_open - floor(m.years_open)) * (ahead - reached)

    return section
