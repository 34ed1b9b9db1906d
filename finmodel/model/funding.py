"""Funding of construction: what must be paid for, who pays it in which order, and the sponsors' support of overruns."""

from finmodel.expr.functions import maximum, previous, summed, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["funding"]

funding = Section("funding", "Sources and uses")


@funding.line("Net cost of construction", Unit.MONEY)
def construction_cost(m: Names) -> Node:
    """Capital expenditure and VAT less VAT refunded, while construction lasts."""
    return m.construction_flag * (m.capex_total + m.vat_paid - m.vat_refund)


@funding.line("Opening cash funded", Unit.MONEY)
def opening_cash_funded(m: Names) -> Node:
    """Cash that the company is to hold when operation begins."""
    return m.opening_cash * m.completion_flag


@funding.line("Financing costs during construction", Unit.MONEY)
def financing_cost(m: Names) -> Node:
    """Fees and interest that are capitalised."""
    return m.sum_of(use="financing")


@funding.line("Uses of funds", Unit.MONEY)
def uses(m: Names) -> Node:
    """Construction, financing costs, reserves and opening cash; never below 0 (a refund is kept as cash)."""
    reserves = m.sum_of(use="construction")
    return maximum(m.construction_cost + m.financing_cost + reserves + m.opening_cash_funded, 0)


@funding.solved("Total uses of funds", Unit.MONEY, guess=lambda m: total(m.construction_cost), kpi="total_uses")
def total_uses(m: Names) -> Node:
    """The sum of all uses; financing costs make it depend on itself.

    What a solved reserve still lacks is added at once: 0 at the solution, it only makes the way there shorter.
    """
    return total(m.uses) + m.sum_of(update="uses")


@funding.scalar("Uses after grants in total", Unit.MONEY)
def funded_uses(m: Names) -> Node:
    """What debt and sponsors are to pay for."""
    return summed(m.total_uses, *(-grant for grant in m.each(sizing="grant")))


@funding.line("Uses after grants", Unit.MONEY)
def uses_to_fund(m: Names) -> Node:
    """What debt and sponsors are to pay for in the period."""
    return summed(m.uses, *(-grant for grant in m.each(funds="grant")))


@funding.scalar("Debt committed", Unit.MONEY, kpi="total_debt")
def debt_commitment(m: Names) -> Node:
    """Every facility's commitment."""
    return m.sum_of(sizing="commitment")


@funding.scalar("Sponsors' commitment", Unit.MONEY, freezable=True)
def sponsor_commitment(m: Names) -> Node:
    """What the sponsors undertake to pay in as equity and shareholder loan: uses less grants and debt."""
    return maximum(m.funded_uses - m.debt_commitment, 0)


@funding.line("Debt drawn", Unit.MONEY)
def debt_drawdown(m: Names) -> Node:
    """Every facility's drawdown."""
    return m.sum_of(funds="debt")


@funding.line("Sponsors' funds drawn so far", Unit.MONEY)
def sponsor_drawn(m: Names) -> Node:
    """The running total of the sponsors' drawdown."""
    return previous(m.sponsor_drawn) + m.sponsor_drawdown


@funding.line("Sponsors' support", Unit.MONEY)
def sponsor_support(m: Names) -> Node:
    """What uses exceed commitments by: the sponsors' completion undertaking pays for it as equity."""
    return maximum(summed(m.uses_lacking, *(-drawn for drawn in m.each(funds="standby"))), 0)


@funding.line("Uses beyond commitments", Unit.MONEY)
def uses_lacking(m: Names) -> Node:
    """What neither grants nor debt nor the sponsors' commitment pay for."""
    return maximum(m.uses_to_fund - m.debt_drawdown - m.sponsor_drawdown, 0)


@funding.line("Shareholder loan drawn", Unit.MONEY, payer="sponsor", payee="company", equity="in", chart="source")
def shareholder_loan_drawdown(m: Names) -> Node:
    """The stated share of the sponsors' funds."""
    return m.sponsor_drawdown * m.shareholder_loan_share


@funding.line("Equity paid in", Unit.MONEY, payer="sponsor", payee="company", equity="in", chart="source")
def equity_drawdown(m: Names) -> Node:
    """The rest of the sponsors' funds, and their support."""
    return m.sponsor_drawdown - m.shareholder_loan_drawdown + m.sponsor_support


@funding.line("Funds drawn", Unit.MONEY)
def sources(m: Names) -> Node:
    """All sources of the period: debt, equity, shareholder loan, grants, standby."""
    other = (*m.each(funds="grant"), *m.each(funds="standby"))
    return summed(m.debt_drawdown, m.equity_drawdown, m.shareholder_loan_drawdown, *other)


@funding.scalar("Gearing", Unit.SHARE, kpi="gearing")
def gearing(m: Names) -> Node:
    """Debt committed divided by total uses; the shareholder loan counts as the sponsors' funds."""
    return m.debt_commitment / m.total_uses
