"""Discount factor at the market's price of a loan: period by period, on the day count of the loan."""

from finmodel.expr.functions import previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["market_factor"]

market_factor = Section("market_factor", "Blended finance")


@market_factor.line("Market price for the period", Unit.RATE)
def market_period_rate(m: Names) -> Node:
    """The market's all-in rate a year times the day count of the period."""
    return m.measure_rate * m.day_count


@market_factor.line("Discount factor", Unit.INDEX)
def measure_factor(m: Names) -> Node:
    """1 at financial close, divided by 1 + the market's price of each period."""
    return (m.close_flag + previous(m.measure_factor)) / (1 + m.market_period_rate)
