"""Time since the completion that is planned: what is planned by the year for a service waits where it is late."""

from finmodel.expr.functions import maximum, minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["planned_completion"]

planned_completion = Section("planned_completion", "Revenue")


@planned_completion.line("Months since planned completion", Unit.MONTHS)
def planned_months(m: Names) -> Node:
    """Months from the end of construction as planned, no delay counted, to the end of the period or of operation."""
    return maximum(minimum(m.months_elapsed, m.operation_end_month) - m.construction_months, 0)


@planned_completion.line("Years planned in the period", Unit.YEARS)
def planned_years(m: Names) -> Node:
    """Months of the period after planned completion divided by 12."""
    return (m.planned_months - previous(m.planned_months)) / 12
