"""Rate path: an overnight rate by period and the index that compounds it each calendar day."""

from finmodel.expr.functions import at, equals, previous, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["compounded_on", "rate_path"]

rate_path = Section("rate_path", "Curves")


@rate_path.line("Rate of the period", Unit.RATE)
def period_rate(m: Names) -> Node:
    """The overnight rate on every day of the period, a year."""
    return m.rate


@rate_path.line("Index when the period begins", Unit.INDEX)
def level_opening(m: Names) -> Node:
    """1 when the first period begins, then where the period before ended."""
    return where(equals(m.counter, 1), 1, previous(m.level_closing))


@rate_path.line("Index when the period ends", Unit.INDEX)
def level_closing(m: Names) -> Node:
    """The index when the period begins, grown each calendar day by the rate divided by the days of a year."""
    return m.level_opening * (1 + m.period_rate / m.days_a_year) ** m.days


def compounded_on(m: Names, curve: str, date: Node, position: Node) -> Node:
    """The index at the beginning of a day that lies in the period at ``position``."""
    daily = 1 + at(m[f"{curve}.period_rate"], position) / m[f"{curve}.days_a_year"]
    return at(m[f"{curve}.level_opening"], position) * daily ** (date - at(m.period_start, position))
