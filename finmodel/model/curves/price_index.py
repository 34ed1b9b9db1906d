"""Price index: consumer prices that rise evenly with calendar months, on any day of the grid and before it."""

from finmodel.expr.functions import at, day, equals, month_end, previous, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.bonds.day_counts import month_number
from finmodel.units import Unit

__all__ = ["price_index", "prices_on"]

price_index = Section("price_index", "Curves")


@price_index.line("Rise of the period, a year", Unit.RATE)
def period_rate(m: Names) -> Node:
    """By how much prices rise in a year at the pace of the period."""
    return m.rate


@price_index.line("Prices when the period begins", Unit.INDEX)
def level_opening(m: Names) -> Node:
    """1 when the first period begins, then where the period before ended."""
    return where(equals(m.counter, 1), 1, previous(m.level_closing))


@price_index.line("Prices when the period ends", Unit.INDEX)
def level_closing(m: Names) -> Node:
    """Prices when the period begins times 1 plus the rise, to the power of the years in the period."""
    return m.level_opening * (1 + m.period_rate) ** m.year_fraction


def prices_on(m: Names, curve: str, date: Node, position: Node) -> Node:
    """The index on a day that lies in the period at ``position``; below 1, at the rise stated for the time before."""
    within = at(m[f"{curve}.level_opening"], position) * (1 + at(m[f"{curve}.period_rate"], position)) ** (
        (_months(date) - month_number(at(m.period_start, position))) / 12
    )
    before = (1 + m[f"{curve}.rate_before"]) ** ((_months(date) - month_number(m.start)) / 12)
    return where(position < 1, before, within)


def _months(date: Node) -> Node:
    """Calendar months with what has passed of the last one."""
    return month_number(date) + (day(date) - 1) / day(month_end(date, 0))
