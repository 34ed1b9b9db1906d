"""Dividends limited by cash alone: they may return capital before the end."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["by_cash"]

by_cash = Section("by_cash", "Distributions")


@by_cash.line("Dividends", Unit.MONEY, payer="company", payee="sponsor", equity="out")
def dividends(m: Names) -> Node:
    """All cash for dividends."""
    return m.cash_for_dividends
