"""Dividends limited by retained earnings: cash above them is trapped until the end."""

from finmodel.expr.functions import maximum, minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["by_retained_earnings"]

by_retained_earnings = Section("by_retained_earnings", "Distributions")


@by_retained_earnings.line("Dividends", Unit.MONEY, payer="company", payee="sponsor", equity="out")
def dividends(m: Names) -> Node:
    """Cash for dividends, no more than earnings retained and the net income of the period."""
    return minimum(m.cash_for_dividends, maximum(previous(m.retained_earnings) + m.net_income, 0))
