"""A facility with its hedges: the price of its principal and balance, and what it costs all in."""

from finmodel.expr.functions import internal_rate, previous, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.hedging.terms import charged_rate
from finmodel.units import Unit

__all__ = ["exchange_hedged", "hedged_loan", "interest_hedged"]

interest_hedged = Section("interest_hedged", "Loans")
exchange_hedged = Section("exchange_hedged", "Loans")
hedged_loan = Section("hedged_loan", "Loans")


@interest_hedged.line("Interest rate for the period after swaps", Unit.RATE)
def hedged_period_rate(m: Names) -> Node:
    """The loan's rate of the period and what swaps add to it."""
    return summed(m.period_rate, *m.each(rate_change=m.instance_name))


@exchange_hedged.line("Price of a unit of principal", Unit.NUMBER)
def service_level(m: Names) -> Node:
    """The level of the rate of exchange, at which what is not hedged is paid, and what hedges add to it."""
    return summed(m.currency_level, *m.each(level_change=m.instance_name))


@exchange_hedged.line("Interest rate for the period after hedges", Unit.RATE)
def service_rate(m: Names) -> Node:
    """The price of the interest on a unit of balance divided by the price of a unit of principal."""
    interest = m.currency_level * charged_rate(m)
    return summed(interest, *m.each(interest_change=m.instance_name)) / m.service_level


@hedged_loan.line("Discount factor over repayment after hedges", Unit.INDEX)
def service_factor(m: Names) -> Node:
    """1 before the first repayment, then divided by 1 + rate after hedges of each period of repayment."""
    return (m.close_flag + previous(m.service_factor)) / (1 + m.service_rate * m.repayment_flag)


@hedged_loan.line("Paid less drawn with hedges, by schedule", Unit.MONEY)
def hedged_cost_flow(m: Names) -> Node:
    """Interest, principal, fees and net payments of hedges less drawdown, in the case's currency."""
    return summed(m.cost_flow, *m.each(hedge_of=m.instance_name))


@hedged_loan.scalar("All-in rate with hedges", Unit.RATE)
def hedged_cost_rate(m: Names) -> Node:
    """Annual, effective, in the case's currency: beside the rate before hedges it shows what hedging costs."""
    return internal_rate(m.hedged_cost_flow, m.period_end, m.cost_first)
