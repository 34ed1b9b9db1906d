"""Appraisal: economic costs and benefits of all items, and what they are worth at one social discount rate."""

from finmodel.expr.functions import absolute, ratio, sum_product
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["appraisal", "economic_flows", "economic_result"]

economic_flows = Section("economic_flows", "Economic appraisal")
appraisal = Section("appraisal", "Economic appraisal")
economic_result = Section("economic_result", "Economic appraisal")


@economic_flows.line("Residual value to society", Unit.MONEY, economics="benefit", beneficiary="owner_of_assets")
def economic_residual(m: Names) -> Node:
    """In the last period of operation, at prices of financial close."""
    return m.residual_value * m.last_operation_flag


@economic_flows.line("Economic benefits", Unit.MONEY)
def economic_benefits(m: Names) -> Node:
    """All benefits, revenue that counts as one, and the residual value."""
    return m.sum_of(economics="benefit")


@economic_flows.line("Economic costs", Unit.MONEY)
def economic_costs(m: Names) -> Node:
    """All costs of the financial model, converted."""
    return m.sum_of(economics="cost")


@economic_flows.line("Economic net flow", Unit.MONEY)
def economic_net_flow(m: Names) -> Node:
    """Benefits less costs, at prices of financial close: not cash."""
    return m.economic_benefits - m.economic_costs


@economic_flows.line("First economic flow", Unit.FLAG)
def economic_flow_flag(m: Names) -> Node:
    """1 where the net flow is not 0 within the tolerance."""
    return absolute(m.economic_net_flow) > m.tolerance


@appraisal.scalar("Social discount rate", Unit.RATE, appraisal="column")
def social_rate(m: Names) -> Node:
    """Real: of flows at constant prices."""
    return m.column_rate


@appraisal.line("Social discount factor", Unit.INDEX)
def social_factor(m: Names) -> Node:
    """To financial close, by the case's convention of discounting."""
    return (1 + m.social_rate) ** -m.years_since_close


@appraisal.scalar("Economic benefits", Unit.MONEY, appraisal="column")
def benefits_value(m: Names) -> Node:
    """Present value."""
    return sum_product(m.economic_benefits, m.social_factor)


@appraisal.scalar("Economic costs", Unit.MONEY, appraisal="column")
def costs_value(m: Names) -> Node:
    """Present value."""
    return sum_product(m.economic_costs, m.social_factor)


@appraisal.scalar("Economic net present value (ENPV)", Unit.MONEY, appraisal="column", total="yes")
def net_value(m: Names) -> Node:
    """Benefits less costs."""
    return m.benefits_value - m.costs_value


@appraisal.scalar("Benefit-cost ratio", Unit.RATIO, appraisal="column")
def benefits_over_costs(m: Names) -> Node:
    """Present value of benefits divided by that of all costs, of operation too."""
    return ratio(m.benefits_value, m.costs_value)


@economic_result.scalar("Economic NPV", Unit.MONEY, kpi="economic_npv")
def economic_npv(m: Names) -> Node:
    """What society gains at the social discount rate, at prices of financial close."""
    return m["appraisal.net_value"]


@economic_result.scalar("Benefit-cost ratio", Unit.RATIO, kpi="benefit_cost_ratio")
def benefit_cost_ratio(m: Names) -> Node:
    """At the social discount rate."""
    return m["appraisal.benefits_over_costs"]
