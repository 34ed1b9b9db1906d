"""Lock-up test on the past: cover over the months that ended with the period."""

from finmodel.expr.functions import earlier, floor, maximum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["lockup_historic"]

lockup_historic = Section("lockup_historic", "Waterfall")


@lockup_historic.scalar("Periods tested", Unit.COUNT)
def lockup_periods(m: Names) -> Node:
    """Months of the test in whole periods."""
    return maximum(floor(m.lockup_months / m.period_months), 1)


@lockup_historic.line("CFADS so far", Unit.MONEY)
def cfads_cumulative(m: Names) -> Node:
    """The running total of CFADS in periods with debt service."""
    return previous(m.cfads_cumulative) + m.cfads * m.in_service_flag


@lockup_historic.line("CFADS tested", Unit.MONEY)
def lockup_cfads(m: Names) -> Node:
    """CFADS of the months tested."""
    return (m.cfads_cumulative - earlier(m.cfads_cumulative, m.lockup_periods)) * m.in_service_flag


@lockup_historic.line("Debt service for cover so far", Unit.MONEY)
def tested_debt_service_cumulative(m: Names) -> Node:
    """The running total."""
    return previous(m.tested_debt_service_cumulative) + m.tested_debt_service


@lockup_historic.line("Debt service tested", Unit.MONEY)
def lockup_debt_service(m: Names) -> Node:
    """Debt service for cover of the months tested."""
    total = m.tested_debt_service_cumulative
    return (total - earlier(total, m.lockup_periods)) * m.in_service_flag
