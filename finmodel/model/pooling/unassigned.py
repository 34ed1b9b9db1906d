"""Unassigned flows of a pool: what the deal receives, pays and invests beside its members' own items."""

from finmodel.expr.functions import summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["unassigned_flows"]

unassigned_flows = Section("pool_unassigned", "Pool")


@unassigned_flows.line("Revenue", Unit.MONEY, pooled="revenue", table="pool", gather="sum")
def member_revenue(m: Names) -> Node:
    """What the deal receives beside the members' streams."""
    return _rest(m, m.revenue_received, "revenue")


@unassigned_flows.line("Operating and lifecycle cost", Unit.MONEY, pooled="operating_cost", table="pool", gather="sum")
def member_operating_cost(m: Names) -> Node:
    """What the deal pays beside the members' items."""
    return _rest(m, m.opex_paid + m.lifecycle_total, "operating_cost")


@unassigned_flows.line("Investment", Unit.MONEY, pooled="investment", table="pool", gather="sum")
def member_investment(m: Names) -> Node:
    """What the deal invests beside the members, preparation included."""
    return _rest(m, m.capex_total, "investment")


@unassigned_flows.line("Public money", Unit.MONEY, pooled="public", table="pool", gather="sum")
def member_public(m: Names) -> Node:
    """Grants used and public shares of phases that are no member's own."""
    return _rest(m, m.sum_of(funds="grant") + m.sum_of(phase="public_share"), "public")


def _rest(m: Names, whole: Node, flow: str) -> Node:
    return summed(whole, *(-part for part in m.each(pooled=flow, of="member")))
