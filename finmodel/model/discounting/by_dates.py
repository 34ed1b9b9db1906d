"""By dates: days from financial close to the end of the period, divided by 365."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["by_dates"]

by_dates = Section("by_dates", "Returns")


@by_dates.line("Years since financial close", Unit.YEARS)
def years_since_close(m: Names) -> Node:
    """Days from the start to the end of the period, divided by 365."""
    return (m.period_end - m.start) / 365
