"""By periods: whole periods, the flows of the first not discounted."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["by_periods"]

by_periods = Section("by_periods", "Returns")


@by_periods.line("Years since the first period", Unit.YEARS)
def years_since_close(m: Names) -> Node:
    """Whole periods since the first, in years: flows of the first period are not discounted."""
    return (m.counter - 1) * m.period_months / 12
