"""What a loan really costs in the case's currency: the internal rate of all that is drawn and paid by schedule."""

from finmodel.expr.functions import first_where, internal_rate, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["cost_of_loan"]

cost_of_loan = Section("cost_of_loan", "Loans")


@cost_of_loan.line("Paid less drawn, by schedule", Unit.MONEY)
def cost_flow(m: Names) -> Node:
    """Interest, principal and fees less drawdown, in the case's currency, before any hedge."""
    received = summed(m.drawdown, *m.own_each(placed="ahead"))
    interest, fees = m.own_each(schedule="interest"), m.own_each(scheduled_fee="yes")
    return summed(*interest, m.scheduled_principal, *fees, *m.own_each(use="financing")) - received


@cost_of_loan.line("Drawn or paid", Unit.FLAG)
def cost_flow_flag(m: Names) -> Node:
    """1 where money flows between company and lender."""
    return m.cost_flow * m.cost_flow > m.tolerance * m.tolerance


@cost_of_loan.scalar("First drawn or paid in period", Unit.COUNT)
def cost_first(m: Names) -> Node:
    """Counted from 1."""
    return first_where(m.cost_flow_flag)


@cost_of_loan.scalar("All-in rate before hedges", Unit.RATE)
def cost_rate(m: Names) -> Node:
    """Annual, effective, in the case's currency: interest, fees and the path of the rate of exchange together."""
    return internal_rate(m.cost_flow, m.period_end, m.cost_first)
