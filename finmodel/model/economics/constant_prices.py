"""Constant prices: what brings nominal flows to prices of financial close, and how real values rise with income."""

from finmodel.expr.functions import at, equals, previous, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["constant_prices"]

constant_prices = Section("constant_prices", "Economic appraisal")


@constant_prices.line("General price level", Unit.INDEX)
def general_price_level(m: Names) -> Node:
    """The index of general prices over its level at financial close: nominal flows are divided by it."""
    return m.deflator / at(m.deflator, 1)


@constant_prices.line("Real value of time and life", Unit.INDEX)
def real_value_index(m: Names) -> Node:
    """1 at financial close; rises with each calendar year by the growth of GDP per person times elasticity."""
    step = 1 + where(m.new_year_flag, m.growth_per_person * m.income_elasticity, 0)
    return where(equals(m.counter, 1), 1, previous(m.real_value_index) * step)
