"""Revenue guarantee: bands below the forecast that the authority tops up, bands above it that it shares, and caps."""

from finmodel.expr.functions import both, maximum, minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.revenue.settlement import until_settled
from finmodel.units import Unit

__all__ = ["cap_in_money", "cap_in_present_value", "floor_band", "revenue_guarantee", "sharing_band"]

revenue_guarantee = Section("revenue_guarantee", "Revenue")
floor_band = Section("revenue_floor_band", "Revenue")
sharing_band = Section("revenue_sharing_band", "Revenue")
cap_in_money = Section("revenue_guarantee_cap", "Revenue")
cap_in_present_value = Section("revenue_guarantee_cap_in_present_value", "Revenue")


@revenue_guarantee.line("Forecast of the period", Unit.MONEY)
def forecast_of_period(m: Names) -> Node:
    """The forecast a year, indexed, for the part of the period in operation."""
    return m.forecast * m.forecast_factor * m.indexation * m.operation_share * m.year_fraction


@revenue_guarantee.line("Forecast to be settled", Unit.MONEY)
def forecast_to_settle(m: Names) -> Node:
    """The forecast since the settlement before."""
    return until_settled(m, m.forecast_to_settle, m.forecast_of_period)


@revenue_guarantee.line("Bands in force", Unit.FLAG)
def in_force_flag(m: Names) -> Node:
    """1 where revenue is settled and there is a forecast."""
    return both(m.settles, m.forecast_to_settle > m.tolerance)


@revenue_guarantee.line("Guarantee in force", Unit.FLAG)
def eligible_flag(m: Names) -> Node:
    """1 where, besides, revenue is not below the least share of the forecast at which anything is paid."""
    enough = m.revenue_to_settle >= m.eligibility * m.forecast_to_settle - m.tolerance
    return both(m.in_force_flag, enough)


@floor_band.line("Shortfall in the band", Unit.MONEY)
def shortfall(m: Names) -> Node:
    """What revenue lacks to the top of the band, and no more than the band is wide."""
    width = (m.upper - m.lower) * m.agreed_forecast
    return minimum(maximum(m.upper * m.agreed_forecast - m.settled_revenue, 0), maximum(width, 0)) * m.in_force


@floor_band.line("Top-up of the band", Unit.MONEY, topup="guarantee")
def topup(m: Names) -> Node:
    """The share of the shortfall that is paid."""
    return m.shortfall * m.share


@sharing_band.line("Excess in the band", Unit.MONEY)
def excess(m: Names) -> Node:
    """What revenue has above the bottom of the band, and no more than the band is wide."""
    above = maximum(m.settled_revenue - m.lower * m.agreed_forecast, 0)
    if m.has("upper"):
        above = minimum(above, maximum((m.upper - m.lower) * m.agreed_forecast, 0))
    return above * m.in_force


@sharing_band.line("Share of the band", Unit.MONEY, sharing="guarantee")
def given(m: Names) -> Node:
    """The share of the excess that is given."""
    return m.excess * m.share


@revenue_guarantee.line("Top-up before caps", Unit.MONEY)
def topup_uncapped(m: Names) -> Node:
    """All bands below the forecast."""
    return m.sum_of(topup=m.instance_name)


@revenue_guarantee.line("Top-up earned", Unit.MONEY, statement="revenue")
def revenue(m: Names) -> Node:
    """What the guarantor owes: all bands, as far as caps leave room."""
    return minimum(m.topup_uncapped, *m.own_each(topup_cap="left"))


@revenue_guarantee.line("Revenue shared", Unit.MONEY, statement="opex")
def cost(m: Names) -> Node:
    """What the company owes: all bands above the forecast."""
    return m.sum_of(sharing=m.instance_name)


@revenue_guarantee.line("Kept when settled", Unit.MONEY)
def kept(m: Names) -> Node:
    """Revenue covered, with what is topped up and less what is shared."""
    return m.revenue_to_settle * m.settles + m.revenue - m.cost


@cap_in_money.line("Cap left", Unit.MONEY, topup_cap="left")
def cap_left(m: Names) -> Node:
    """The highest amount less all top-ups before."""
    return maximum(m.cap - previous(m.topup_so_far), 0)


@cap_in_money.line("Top-ups so far", Unit.MONEY)
def topup_so_far(m: Names) -> Node:
    """The running total of what is earned."""
    return previous(m.topup_so_far) + m.revenue


@cap_in_present_value.line("Discount factor of the cap", Unit.NUMBER)
def cap_discount_factor(m: Names) -> Node:
    """At the rate of the cap, from financial close to the end of the period in which the top-up is paid."""
    return (1 + m.cap_rate) ** (-(m.counter + m.lag_periods) * m.period_months / 12)


@cap_in_present_value.line("Cap in present value left", Unit.MONEY, topup_cap="left")
def cap_in_present_value_left(m: Names) -> Node:
    """What may still be paid in money of the period."""
    return maximum(m.cap_present_value - previous(m.topup_present_value_so_far), 0) / m.cap_discount_factor


@cap_in_present_value.line("Present value of top-ups so far", Unit.MONEY)
def topup_present_value_so_far(m: Names) -> Node:
    """The running total of what is earned, each top-up discounted from the day it is paid."""
    return previous(m.topup_present_value_so_far) + m.revenue * m.cap_discount_factor
