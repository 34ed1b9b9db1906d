"""Economic internal rate by dates: the convention of the case's discounting, where that is by dates."""

from finmodel.expr.functions import first_where, internal_rate
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["rate_by_dates"]

rate_by_dates = Section("economic_rate_by_dates", "Economic appraisal")


@rate_by_dates.scalar("Economic IRR", Unit.RATE, kpi="economic_irr")
def economic_irr(m: Names) -> Node:
    """Real, annual effective, on dates: the rate at which benefits are worth as much as costs."""
    return internal_rate(m.economic_net_flow, m.period_end, first_where(m.economic_flow_flag))
