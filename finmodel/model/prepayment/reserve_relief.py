"""What the debt service reserve, and a forward test of cover, need no longer look ahead to once a loan is prepaid."""

from finmodel.expr.functions import at, minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["forward_relief", "reserve_relief", "service_ahead"]

service_ahead = Section("service_ahead", "Loans")
reserve_relief = Section("reserve_relief", "Loans")
forward_relief = Section("forward_relief", "Loans")


@service_ahead.line("Scheduled debt service and agency fee so far", Unit.MONEY)
def own_service_cumulative(m: Names) -> Node:
    """The running total of this loan's, as contracted."""
    return previous(m.own_service_cumulative) + m.scheduled_interest + m.scheduled_principal + m.agency_fee


@reserve_relief.line("Reserve no longer needed", Unit.MONEY, dsra="relief")
def reserve_no_longer_needed(m: Names) -> Node:
    """The loan's part of the reserve's target, once nothing was left to be repaid at the start of the period."""
    near = minimum(m.counter + m.dsra_periods, m.period_count)
    far = minimum(m.counter + m.dsra_periods + 1, m.period_count)
    part = m.dsra_months / m.period_months - m.dsra_periods
    sooner = at(m.own_service_cumulative, near) - m.own_service_cumulative
    later = at(m.own_service_cumulative, far) - at(m.own_service_cumulative, near)
    return m.settled_flag * (sooner + part * later)


@forward_relief.line("Debt service no longer ahead", Unit.MONEY, lockup="relief")
def service_no_longer_ahead(m: Names) -> Node:
    """The loan's part of the debt service that the forward test looks ahead to, once nothing was left to be repaid."""
    ahead = at(m.own_service_cumulative, minimum(m.counter + m.lockup_periods, m.period_count))
    return m.settled_flag * (ahead - m.own_service_cumulative)
