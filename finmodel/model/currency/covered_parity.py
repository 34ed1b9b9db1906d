"""Covered parity: forward rates follow from the interest rates of the two currencies, or else money could be made."""

from finmodel.expr.functions import previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["covered_parity"]

covered_parity = Section("covered_parity", "Currencies")


@covered_parity.line("Forward level", Unit.INDEX)
def forward_level(m: Names) -> Node:
    """It rises by (1 + rate of the case's currency) ÷ (1 + rate of the other) a year, from 1 at financial close."""
    parity = (1 + m.domestic_rate) / (1 + m.foreign_rate)
    return (m.close_flag + previous(m.forward_level)) * parity**m.year_fraction


@covered_parity.line("Forward level agreed at financial close", Unit.INDEX, freezable=True)
def locked_level(m: Names) -> Node:
    """What a bank quotes at close for the end of each period, relative to the rate at close; it stays as agreed."""
    return m.forward_level


@covered_parity.line("Forward rate agreed at financial close", Unit.NUMBER)
def forward_rate(m: Names) -> Node:
    """Units of the case's currency for one unit, before any charge of the bank."""
    return m.spot * m.locked_level
