"""Debt service of one junior rank: paid from the cash that senior lenders, their reserve and better ranks leave."""

from finmodel.expr.functions import minimum, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["junior_debt_service"]

junior_debt_service = Section("junior_debt_service", "Debt service")


@junior_debt_service.line("Debt service due", Unit.MONEY)
def due(m: Names) -> Node:
    """Interest and principal due to the facilities of this rank, arrears included."""
    rank = m.instance_name
    return summed(*m.each(due="interest", tier=rank), *m.each(due="principal", tier=rank))


@junior_debt_service.line("Cash that reaches this rank", Unit.MONEY)
def cash_reaching(m: Names) -> Node:
    """Once construction is over: what better ranks leave; no reserve stands behind a junior lender."""
    return m.cash_left_by_better * (1 - m.construction_flag)


@junior_debt_service.line("Paid to this rank", Unit.MONEY, junior="paid")
def paid(m: Names) -> Node:
    """As much of what is due as the cash reaches."""
    return minimum(m.cash_reaching, m.due)


@junior_debt_service.line("Cash left by this rank", Unit.MONEY)
def cash_left(m: Names) -> Node:
    """For the ranks that follow."""
    return m.cash_left_by_better - m.paid


@junior_debt_service.line("Arrears to this rank", Unit.MONEY, junior="arrears")
def rank_arrears(m: Names) -> Node:
    """What is due and not paid, at the end of the period."""
    return summed(m.due - m.paid, *(-paid for paid in m.each(guaranteed_tier=m.instance_name)))
