"""Cost of a hedge: all its net payments, against the path that the case expects, in total and in present value."""

from finmodel.expr.functions import sum_product, summed, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["hedge_cost", "hedge_totals"]

hedge_cost = Section("hedge_cost", "Hedges")
hedge_totals = Section("hedge_totals", "Hedges")


@hedge_cost.scalar("Cost of the hedge", Unit.MONEY)
def cost_total(m: Names) -> Node:
    """Net payments in total, during construction and after it."""
    return summed(*(total(payment) for payment in m.own_each(hedge="payment")))


@hedge_totals.line("Senior fees before hedges", Unit.MONEY)
def fees_before_hedges(m: Names) -> Node:
    """What sizing takes from the target debt service; hedges are counted with the debt that they hedge."""
    return m.sum_of(scheduled_fee="yes")


@hedge_totals.line("Net payments of hedges", Unit.MONEY)
def hedge_payments(m: Names) -> Node:
    """All hedges; a receipt where it is negative."""
    return m.sum_of(hedge="payment")


@hedge_totals.line("Credit charges of hedges", Unit.MONEY)
def hedge_charges(m: Names) -> Node:
    """All hedges."""
    return m.sum_of(hedge="charge")


@hedge_totals.scalar("Cost of hedges", Unit.MONEY, kpi="hedge_cost")
def hedge_cost_total(m: Names) -> Node:
    """Net payments in total: what certainty costs if rates go as the case expects."""
    return total(m.hedge_payments)


@hedge_totals.scalar("Cost of hedges, present value", Unit.MONEY, kpi="hedge_cost_present_value")
def hedge_cost_present_value(m: Names) -> Node:
    """At the project's discount rate, at financial close."""
    return sum_product(m.hedge_payments, m.project_discount_factor)


@hedge_totals.scalar("Credit charges of hedges in total", Unit.MONEY, kpi="hedge_credit_charge")
def hedge_charge_total(m: Names) -> Node:
    """The banks' part of the cost."""
    return total(m.hedge_charges)
