"""Member of a pool: its investment, revenue, costs and public money, its cash flow, its need alone, its weight."""

from finmodel.expr.functions import (
    absolute,
    first_where,
    internal_rate,
    lowest,
    maximum,
    previous,
    sum_product,
    total,
)
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["PREFIX", "member", "member_flows"]

PREFIX = "pool_"
"""What the instance of a member begins with."""

member_flows = Section("pool_member", "Pool")
member = Section("pool_member_result", "Pool")


@member_flows.line("Revenue", Unit.MONEY, pooled="revenue", of="member", table="pool", gather="sum")
def member_revenue(m: Names) -> Node:
    """What the member's streams receive."""
    return _own(m, cash="revenue")


@member_flows.line(
    "Operating and lifecycle cost", Unit.MONEY, pooled="operating_cost", of="member", table="pool", gather="sum"
)
def member_operating_cost(m: Names) -> Node:
    """What is paid for the member's operating and lifecycle items."""
    return _own(m, cash="opex") + _own(m, cash="lifecycle")


@member_flows.line("Investment", Unit.MONEY, pooled="investment", of="member", table="pool", gather="sum")
def member_investment(m: Names) -> Node:
    """The member's capital items and phases, without VAT."""
    return _own(m, cash="capex")


@member_flows.line("Public money", Unit.MONEY, pooled="public", of="member", table="pool", gather="sum")
def member_public(m: Names) -> Node:
    """Grants used for the member, and the public share of its phases."""
    return _own(m, funds="grant") + _own(m, phase="public_share")


@member.line("Cash flow", Unit.MONEY, pooled="net", table="pool", gather="sum")
def member_net(m: Names) -> Node:
    """Revenue less costs and investment, with public money: before tax, VAT and finance."""
    return m.member_revenue - m.member_operating_cost - m.member_investment + m.member_public


@member.line("Cash flow so far", Unit.MONEY, total="none")
def member_cumulative(m: Names) -> Node:
    """The running total."""
    return previous(m.member_cumulative) + m.member_net


@member.scalar("Deepest need alone", Unit.MONEY, pooled="need")
def member_need(m: Names) -> Node:
    """How much money it takes, at the worst time, if the member stands alone."""
    return maximum(-lowest(m.member_cumulative), 0)


@member.line("First flow", Unit.FLAG)
def member_flow_flag(m: Names) -> Node:
    """1 where the cash flow is not 0 within the tolerance."""
    return absolute(m.member_net) > m.tolerance


@member.scalar("NPV", Unit.MONEY, pooled="npv")
def member_npv(m: Names) -> Node:
    """Of its cash flow, at the project's discount rate, at financial close."""
    return sum_product(m.member_net, m.project_discount_factor)


@member.scalar("IRR", Unit.RATE, kpi="member_irr")
def member_irr(m: Names) -> Node:
    """Of its cash flow; annual effective, on dates; blank where there is none."""
    return internal_rate(m.member_net, m.period_end, first_where(m.member_flow_flag))


@member.scalar("Share of the pool's revenue", Unit.SHARE, pooled="weight")
def member_revenue_share(m: Names) -> Node:
    """Over all periods, in money of each."""
    return total(m.member_revenue) / total(m.pool_revenue)


@member.scalar("Share of the pool's investment", Unit.SHARE)
def member_investment_share(m: Names) -> Node:
    """Over all periods, in money of each."""
    return total(m.member_investment) / total(m.pool_investment)


def _own(m: Names, **tags: str) -> Node:
    return m.sum_of(member=m.instance_name.removeprefix(PREFIX), **tags)
