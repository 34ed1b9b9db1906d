"""Distributions to shareholders: what can be paid as dividend and as return of share capital, and the total."""

from finmodel.expr.functions import maximum, previous, summed
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


@distributions.line("Earnings that can be distributed", Unit.MONEY)
def distributable_earnings(m: Names) -> Node:
    """Earnings retained and the net income of the period; none where that is a deficit."""
    return maximum(previous(m.retained_earnings) + m.net_income, 0)


@distributions.line("Share capital that can be returned", Unit.MONEY)
def returnable_capital(m: Names) -> Node:
    """What has been paid in and not yet been returned."""
    return summed(previous(m.share_capital), m.equity_drawdown, *m.each(capital="in"))


@distributions.line("Share capital", Unit.MONEY, balance="liability")
def share_capital(m: Names) -> Node:
    """Paid in less returned."""
    return m.returnable_capital - m.share_redemption


@distributions.line("Distributions", Unit.MONEY, chart="distributions")
def distributions_paid(m: Names) -> Node:
    """Shareholder loan, dividends and share capital returned."""
    return m.shareholder_loan_paid + m.dividends + m.share_redemption
