"""Shareholder loan: interest added while nothing may be paid, served from what may be distributed."""

from finmodel.expr.functions import minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["shareholder_loan"]

shareholder_loan = Section("shareholder_loan", "Shareholder loan")


@shareholder_loan.line("Shareholder loan, opening", Unit.MONEY)
def shareholder_loan_opening(m: Names) -> Node:
    """The loan with unpaid interest at the end of the period before."""
    return previous(m.shareholder_loan_closing)


@shareholder_loan.line("Interest", Unit.MONEY)
def shareholder_loan_interest(m: Names) -> Node:
    """Interest on the opening balance; what is not paid is added to the loan."""
    return m.shareholder_loan_opening * m.shareholder_loan_rate * m.year_fraction


@shareholder_loan.line("Paid to the shareholder loan", Unit.MONEY, payer="company", payee="sponsor", equity="out")
def shareholder_loan_paid(m: Names) -> Node:
    """Interest first, then principal, as far as the cash for distribution reaches."""
    return minimum(m.cash_for_distribution, m.shareholder_loan_opening + m.shareholder_loan_interest)


@shareholder_loan.line("Shareholder loan, closing", Unit.MONEY, balance="liability")
def shareholder_loan_closing(m: Names) -> Node:
    """Opening plus drawn and interest, less paid."""
    added = m.shareholder_loan_drawdown + m.shareholder_loan_interest
    return m.shareholder_loan_opening + added - m.shareholder_loan_paid
