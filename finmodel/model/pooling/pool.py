"""Pool: the members' cash flows added up, what they need together, what joining saves, how concentrated they are."""

from finmodel.expr.functions import (
    absolute,
    first_where,
    internal_rate,
    lowest,
    maximum,
    previous,
    sum_product,
    summed,
    total,
)
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["pool"]

pool = Section("pool", "Pool")


@pool.line("Revenue of the pool", Unit.MONEY)
def pool_revenue(m: Names) -> Node:
    """All members, and what is common to them."""
    return m.sum_of(pooled="revenue")


@pool.line("Operating and lifecycle cost of the pool", Unit.MONEY)
def pool_operating_cost(m: Names) -> Node:
    """All members, and what is common to them."""
    return m.sum_of(pooled="operating_cost")


@pool.line("Investment of the pool", Unit.MONEY)
def pool_investment(m: Names) -> Node:
    """All members, and what is common to them."""
    return m.sum_of(pooled="investment")


@pool.line("Public money of the pool", Unit.MONEY)
def pool_public(m: Names) -> Node:
    """Grants and public shares of phases."""
    return m.sum_of(pooled="public")


@pool.line("Cash flow of the pool", Unit.MONEY, chart="pool", table="pool", gather="sum", total="yes")
def pool_net(m: Names) -> Node:
    """All members' cash flows and what is common to them: before tax, VAT and finance."""
    return m.sum_of(pooled="net")


@pool.line("Pool and deal apart", Unit.MONEY)
def pool_gap(m: Names) -> Node:
    """The pool's cash flow less the deal's own, public money included and VAT left out, without its sign."""
    deal = m.project_cash_flow_pre_tax + m.vat_paid - m.vat_refund
    return absolute(m.pool_net - m.pool_public - deal)


@pool.scalar("Pooled cash flow is not the deal's", Unit.MONEY, check="integrity")
def pool_check(m: Names) -> Node:
    """The sum of the gaps of all periods."""
    return total(m.pool_gap)


@pool.line(
    "Cash flow of the pool so far", Unit.MONEY, chart="pool_cumulative", table="pool", gather="last", total="none"
)
def pool_cumulative(m: Names) -> Node:
    """The running total."""
    return previous(m.pool_cumulative) + m.pool_net


@pool.scalar("Capital need of the pool", Unit.MONEY, kpi="pool_need")
def pool_need(m: Names) -> Node:
    """How much money the members need together at the worst time, each using what the others earn."""
    return maximum(-lowest(m.pool_cumulative), 0)


@pool.scalar("Capital needs apart", Unit.MONEY, kpi="pool_needs_apart")
def pool_needs_apart(m: Names) -> Node:
    """The sum of what each needs alone, at its own worst time."""
    return m.sum_of(pooled="need")


@pool.scalar("Saved by pooling", Unit.MONEY, kpi="pool_saving")
def pool_saving(m: Names) -> Node:
    """Needs apart less the need together; never below 0."""
    return m.pool_needs_apart - m.pool_need


@pool.line("First flow of the pool", Unit.FLAG)
def pool_flow_flag(m: Names) -> Node:
    """1 where the cash flow is not 0 within the tolerance."""
    return absolute(m.pool_net) > m.tolerance


@pool.scalar("NPV of the pool", Unit.MONEY, kpi="pool_npv")
def pool_npv(m: Names) -> Node:
    """Of its cash flow, at the project's discount rate, at financial close."""
    return sum_product(m.pool_net, m.project_discount_factor)


@pool.scalar("IRR of the pool", Unit.RATE, kpi="pool_irr")
def pool_irr(m: Names) -> Node:
    """Of its cash flow; annual effective, on dates."""
    return internal_rate(m.pool_net, m.period_end, first_where(m.pool_flow_flag))


@pool.scalar("Largest share of revenue", Unit.SHARE, kpi="pool_largest_share")
def pool_largest_share(m: Names) -> Node:
    """Of any member: how much of the pool's revenue goes if it fails."""
    return maximum(*m.each(pooled="weight"))


@pool.scalar("Concentration of revenue", Unit.NUMBER, kpi="pool_concentration")
def pool_concentration(m: Names) -> Node:
    """The sum of the squared shares (Herfindahl index): 1 for one member, 0.25 for four that are equal."""
    return summed(*(share * share for share in m.each(pooled="weight")))
