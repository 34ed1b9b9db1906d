"""Distributions to shareholders: dividends, the return of share capital, their total."""

from finmodel.expr.functions import minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["distributions"]

distributions = Section("distributions", "Distributions")


@distributions.line("Cash for dividends", Unit.MONEY)
def cash_for_dividends(m: Names) -> Node:
    """What the shareholder loan leaves."""
    return m.cash_for_distribution - m.shareholder_loan_paid


@distributions.line("Share capital returned", Unit.MONEY, payer="company", payee="sponsor", equity="out")
def share_redemption(m: Names) -> Node:
    """In the last period, what dividends leave, up to the capital paid in."""
    return minimum(m.cash_for_dividends - m.dividends, previous(m.share_capital) + m.equity_drawdown) * m.final_flag


@distributions.line("Share capital", Unit.MONEY, balance="liability")
def share_capital(m: Names) -> Node:
    """Paid in less returned."""
    return previous(m.share_capital) + m.equity_drawdown - m.share_redemption


@distributions.line("Distributions", Unit.MONEY, chart="distributions")
def distributions_paid(m: Names) -> Node:
    """Shareholder loan, dividends and share capital returned."""
    return m.shareholder_loan_paid + m.dividends + m.share_redemption
