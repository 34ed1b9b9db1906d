"""Economic internal rate by periods: the convention of the case's discounting, where that is by periods."""

from finmodel.expr.functions import filled, first_where, internal_rate, ratio
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["rate_by_periods"]

rate_by_periods = Section("economic_rate_by_periods", "Economic appraisal")


@rate_by_periods.scalar("Economic IRR of a period", Unit.SHARE)
def economic_irr_of_period(m: Names) -> Node:
    """Real, on period numbers."""
    return internal_rate(m.economic_net_flow, m.even_date, first_where(m.economic_flow_flag))


@rate_by_periods.scalar("Economic IRR", Unit.RATE, kpi="economic_irr")
def economic_irr(m: Names) -> Node:
    """Real, annual effective, on period numbers: the rate at which benefits are worth as much as costs."""
    found = filled(m.economic_irr_of_period, -1) > -1
    return ratio((1 + filled(m.economic_irr_of_period, 0)) ** (12 / m.period_months) - 1, found)
