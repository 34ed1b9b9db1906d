"""Dividends limited by retained earnings: cash above them is trapped until the end."""

from finmodel.expr.functions import minimum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["by_retained_earnings"]

by_retained_earnings = Section("by_retained_earnings", "Distributions")


@by_retained_earnings.line("Dividends", Unit.MONEY, payer="company", payee="sponsor", equity="out")
def dividends(m: Names) -> Node:
    """Cash for dividends, no more than the earnings that can be distributed."""
    return minimum(m.cash_for_dividends, m.distributable_earnings)


@by_retained_earnings.line("Share capital returned", Unit.MONEY, payer="company", payee="sponsor", equity="out")
def share_redemption(m: Names) -> Node:
    """In the last period, what dividends leave, up to the capital paid in."""
    return minimum(m.cash_for_dividends - m.dividends, m.returnable_capital) * m.final_flag
