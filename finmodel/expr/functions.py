"""The words with which formulas are written: each function returns one node."""

from __future__ import annotations

from functools import reduce

from finmodel.expr import nodes
from finmodel.expr.nodes import Node, Operand, as_node

__all__ = [
    "absolute",
    "at",
    "average",
    "both",
    "day",
    "earlier",
    "either",
    "equals",
    "filled",
    "first_where",
    "floor",
    "following",
    "highest",
    "internal_rate",
    "lowest",
    "maximum",
    "minimum",
    "month",
    "month_end",
    "negated",
    "previous",
    "ratio",
    "sum_product",
    "summed",
    "total",
    "value_where",
    "where",
    "year",
]

_LONGEST_SUM = 40


def minimum(*operands: Operand) -> Node:
    """The smallest of the operands, period by period."""
    return nodes.Minimum(_at_least_one("minimum", operands))


def maximum(*operands: Operand) -> Node:
    """The largest of the operands, period by period."""
    return nodes.Maximum(_at_least_one("maximum", operands))


def absolute(operand: Operand) -> Node:
    """The size of the operand, without its sign."""
    return nodes.Absolute(as_node(operand))


def floor(operand: Operand) -> Node:
    """The largest whole number not above the operand."""
    return nodes.Floor(as_node(operand))


def where(condition: Operand, chosen: Operand, otherwise: Operand) -> Node:
    """``chosen`` where the condition holds, else ``otherwise``."""
    return nodes.Where(as_node(condition), as_node(chosen), as_node(otherwise))


def both(*operands: Operand) -> Node:
    """1 where every operand holds; 1 of none."""
    return nodes.And(tuple(map(as_node, operands))) if operands else nodes.Constant(1.0)


def either(*operands: Operand) -> Node:
    """1 where any operand holds; 0 of none."""
    return nodes.Or(tuple(map(as_node, operands))) if operands else nodes.Constant(0.0)


def negated(operand: Operand) -> Node:
    """1 where the operand does not hold."""
    return nodes.Not(as_node(operand))


def equals(left: Operand, right: Operand) -> Node:
    """1 where two counters, dates or flags are the same."""
    return nodes.Equal(as_node(left), as_node(right))


def previous(line: Operand) -> Node:
    """The line's value one period before; 0 in the first."""
    return nodes.Previous(as_node(line))


def following(line: Operand) -> Node:
    """The line's value one period later; 0 in the last."""
    return nodes.Following(as_node(line))


def at(series: Operand, position: Operand) -> Node:
    """The value of a series or table at a position counted from 1; 0 outside it."""
    return nodes.At(as_node(series), as_node(position))


def earlier(series: Operand, periods: Operand) -> Node:
    """The line's value a number of periods (1 or more) before; 0 before the first period."""
    return nodes.Earlier(as_node(series), as_node(periods))


def total(series: Operand) -> Node:
    """The sum of a series over all periods."""
    return nodes.Total(as_node(series))


def lowest(series: Operand) -> Node:
    """The lowest value that is not blank."""
    return nodes.Lowest(as_node(series))


def highest(series: Operand) -> Node:
    """The highest value that is not blank."""
    return nodes.Highest(as_node(series))


def average(series: Operand) -> Node:
    """The plain mean of the values that are not blank."""
    return nodes.Average(as_node(series))


def sum_product(series: Operand, weights: Operand) -> Node:
    """The sum over all periods of series × weights, e.g. flows × discount factors."""
    return nodes.SumProduct(as_node(series), as_node(weights))


def value_where(series: Operand, flag: Operand) -> Node:
    """The value of a series in the one period where a flag is 1."""
    return nodes.SumProduct(as_node(series), as_node(flag))


def first_where(flag: Operand) -> Node:
    """The position, from 1, of the first period where a flag is 1; 0 if there is none."""
    return nodes.FirstWhere(as_node(flag))


def internal_rate(flows: Operand, dates: Operand, first: Operand) -> Node:
    """The annual effective internal rate of dated flows (Actual/365); ``first``: position of the first flow."""
    return nodes.InternalRate(as_node(flows), as_node(dates), as_node(first))


def ratio(left: Operand, right: Operand) -> Node:
    """left ÷ right; blank where right is 0."""
    return nodes.Ratio(as_node(left), as_node(right))


def filled(value: Operand, instead: Operand) -> Node:
    """The value, or ``instead`` where it is blank."""
    return nodes.Filled(as_node(value), as_node(instead))


def month_end(date: Operand, months: Operand) -> Node:
    """The last day of the month ``months`` after a date."""
    return nodes.MonthEnd(as_node(date), as_node(months))


def year(date: Operand) -> Node:
    """The calendar year of a date."""
    return nodes.Year(as_node(date))


def month(date: Operand) -> Node:
    """The calendar month of a date."""
    return nodes.Month(as_node(date))


def day(date: Operand) -> Node:
    """The day of the month of a date."""
    return nodes.Day(as_node(date))


def summed(*operands: Operand) -> Node:
    """The sum of any number of operands; 0 of none. Long sums are added in groups, so that they do not nest deeply."""
    parts = list(map(as_node, operands))
    while len(parts) > _LONGEST_SUM:
        parts = [reduce(nodes.Add, parts[n : n + _LONGEST_SUM]) for n in range(0, len(parts), _LONGEST_SUM)]
    return reduce(nodes.Add, parts) if parts else nodes.Constant(0.0)


def _at_least_one(word: str, operands: tuple[Operand, ...]) -> tuple[Node, ...]:
    if not operands:
        raise ValueError(f"{word}() needs at least one operand")
    return tuple(map(as_node, operands))
