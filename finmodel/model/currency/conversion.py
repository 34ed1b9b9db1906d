"""Conversion of a loan's amounts: its own money, counted at the rate of exchange of close, and the case's currency.

A loan in the case's currency has no ``currency_level``: its amounts are left as they are.
"""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node

__all__ = ["at_start", "converted", "in_own_money", "revalued", "stated"]


def converted(m: Names, amount: Node) -> Node:
    """An amount of the loan's own money, at the rate of exchange of the period."""
    return amount * m.currency_level if m.has("currency_level") else amount


def in_own_money(m: Names, amount: Node) -> Node:
    """What an amount of the period buys in the loan's own money."""
    return amount / m.currency_level if m.has("currency_level") else amount


def revalued(m: Names, balance: Node) -> Node:
    """A balance of the period before at the rate of exchange of this one."""
    return balance * m.currency_growth if m.has("currency_growth") else balance


def at_start(m: Names, balance: Node) -> Node:
    """An opening balance at the rate of exchange of the period before: what was owed when the period began."""
    return balance / m.currency_growth if m.has("currency_growth") else balance


def stated(m: Names, amount: Node) -> Node:
    """An amount that the case states in the loan's currency, at the rate of exchange of the period."""
    return amount * m.exchange if m.has("exchange") else amount
