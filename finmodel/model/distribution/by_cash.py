"""Distributions limited by cash alone: what earnings do not cover returns share capital before the end."""

from finmodel.expr.functions import maximum, minimum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["by_cash"]

by_cash = Section("by_cash", "Distributions")


@by_cash.line("Share capital returned", Unit.MONEY, payer="company", payee="sponsor", equity="out")
def share_redemption(m: Names) -> Node:
    """Cash beyond the earnings that can be distributed returns share capital, in any period."""
    return minimum(maximum(m.cash_for_dividends - m.distributable_earnings, 0), m.returnable_capital)


@by_cash.line("Dividends", Unit.MONEY, payer="company", payee="sponsor", equity="out")
def dividends(m: Names) -> Node:
    """All cash for dividends that does not return share capital."""
    return m.cash_for_dividends - m.share_redemption
