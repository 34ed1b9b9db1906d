"""Lock-up test on the future: the sizing forecast of cover over the months that follow the period."""

from finmodel.expr.functions import at, floor, maximum, minimum, previous, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["lockup_forward"]

lockup_forward = Section("lockup_forward", "Waterfall")


@lockup_forward.scalar("Periods tested", Unit.COUNT)
def lockup_periods(m: Names) -> Node:
    """Months of the test in whole periods."""
    return maximum(floor(m.lockup_months / m.period_months), 1)


@lockup_forward.line("Forecast CFADS so far", Unit.MONEY)
def forecast_cumulative(m: Names) -> Node:
    """The running total of the base case's CFADS in periods with debt service."""
    return previous(m.forecast_cumulative) + m.sizing_cfads * m.in_service_flag


@lockup_forward.line("CFADS tested", Unit.MONEY)
def lockup_cfads(m: Names) -> Node:
    """Forecast CFADS of the months ahead."""
    ahead = at(m.forecast_cumulative, minimum(m.counter + m.lockup_periods, m.period_count))
    return (ahead - m.forecast_cumulative) * m.in_service_flag


@lockup_forward.line("Debt service tested", Unit.MONEY)
def lockup_debt_service(m: Names) -> Node:
    """Scheduled debt service of the months ahead, less that of loans that are prepaid, and that of a new loan."""
    total = m.scheduled_debt_service_cumulative
    ahead = at(total, minimum(m.counter + m.lockup_periods, m.period_count)) - total
    gone = m.each(lockup="relief")
    return summed(ahead, *m.each(lockup="asked"), *(-amount for amount in gone)) * m.in_service_flag
