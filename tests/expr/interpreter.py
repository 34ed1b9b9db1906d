"""The meaning of the language, written as plainly as can be: one scenario, one period, one number at a time.

Engines are compared with it. It shares no code with them: no arrays, no order of computation; every value is asked
for by name and period and remembered. Blank is ``None``.
"""

import calendar
import math
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from finmodel.expr import nodes
from finmodel.expr.graph import Graph
from finmodel.expr.line import Line, Shape
from finmodel.expr.nodes import Input, Node, Reference

__all__ = ["Interpreter"]

Value = float | None
Given = float | Sequence[float]

_EPOCH = date(1899, 12, 30)
_TOLERANCE = 1e-13
_MOST_PASSES = 500


class Interpreter:
    """Values of a graph for one set of inputs. With ``held``, freezable lines keep the values given there."""

    def __init__(
        self, graph: Graph, periods: int, inputs: Mapping[str, Given], held: Mapping[str, Given] | None = None
    ) -> None:
        self.graph = graph
        self.periods = periods
        self.given = {**inputs, **(held or {})}
        self.known: dict[tuple[str, int], Value] = {}
        self.trial: dict[str, float] = {}
        if held is None:
            self._solve()

    def value(self, name: str) -> Value:
        """A single value."""
        return self._named(name, 0)

    def series(self, name: str) -> list[Value]:
        """One value per period."""
        return [self._named(name, t) for t in range(1, self.periods + 1)]

    def _solve(self) -> None:
        """All solved lines at once, from their guesses until none moves."""
        solved = [line for line in self.graph.lines.values() if line.guess is not None]
        for line in solved:
            self._forget(solved)
            self.trial[line.name] = self._number(line.guess, 0)
        for _ in range(_MOST_PASSES):
            self._forget(solved)
            found = {line.name: self._number(line.expression, 0) for line in solved}
            moved = max((abs(found[n] - self.trial[n]) / (1 + abs(found[n])) for n in found), default=0.0)
            self.trial = found
            if moved <= _TOLERANCE:
                break
        else:
            raise ArithmeticError("not solved")
        self._forget(solved)

    def _forget(self, solved: Sequence[Line]) -> None:
        self.known.clear()
        self.known.update({(line.name, 0): self.trial.get(line.name, 0.0) for line in solved})

    def _shape(self, name: str) -> Shape:
        return self.graph.lines[name].shape if name in self.graph.lines else self.graph.inputs[name].shape

    def _length(self, name: str) -> int:
        given = self.given.get(name)
        if self._shape(name) is Shape.TABLE and isinstance(given, Sequence):
            return len(given)
        return 1 if self._shape(name) is Shape.TABLE else self.periods

    def _named(self, name: str, t: int) -> Value:
        """The value of a line or an input in period ``t``, counted from 1; single values have one only."""
        if self._shape(name) is not Shape.SCALAR and not 1 <= t <= self._length(name):
            return 0.0
        if name in self.given:
            given = self.given[name]
            return given[t - 1] if isinstance(given, Sequence) else given
        key = (name, 0 if self._shape(name) is Shape.SCALAR else t)
        if key not in self.known:
            self.known[key] = self.at(self.graph.lines[name].expression, key[1])
        return self.known[key]

    def _all(self, node: Node) -> list[Value]:
        assert isinstance(node, Input | Reference)
        return [self._named(node.name, t) for t in range(1, self._length(node.name) + 1)]

    def _there(self, node: Node) -> list[float]:
        return [value for value in self._all(node) if value is not None]

    def _number(self, node: Node | None, t: int) -> float:
        assert node is not None
        value = self.at(node, t)
        assert value is not None, "a blank is computed with"
        return value

    def at(self, node: Node, t: int) -> Value:
        """The value of a formula in period ``t``."""
        match node:
            case Input(name) | Reference(name):
                return self._named(name, t)
            case nodes.Ratio():
                right = self._number(node.right, t)
                return None if right == 0 else self._number(node.left, t) / right
            case nodes.Filled():
                value = self.at(node.left, t)
                return self.at(node.right, t) if value is None else value
            case nodes.Where(condition, chosen, otherwise):
                return self.at(chosen if self._number(condition, t) != 0 else otherwise, t)
            case nodes.Lowest():
                return min(self._there(node.operand), default=None)
            case nodes.Highest():
                return max(self._there(node.operand), default=None)
            case nodes.Average():
                there = self._there(node.operand)
                return _sum(there) / len(there) if there else None
            case nodes.InternalRate():
                return self._rate(node)
            case _:
                return self._plain(node, t)

    def _plain(self, node: Node, t: int) -> float:
        """Nodes that read and give numbers only."""
        match node:
            case nodes.Constant(value):
                return value
            case nodes.Previous(operand) | nodes.Following(operand):
                assert isinstance(operand, Input | Reference)
                shifted = t - 1 if isinstance(node, nodes.Previous) else t + 1
                return self._there_or_fail(operand.name, shifted)
            case nodes.At(series, position):
                assert isinstance(series, Input | Reference)
                return self._there_or_fail(series.name, math.trunc(self._number(position, t)))
            case nodes.Earlier(series, periods):
                assert isinstance(series, Input | Reference)
                return self._there_or_fail(series.name, t - max(math.floor(self._number(periods, 0)), 1))
            case nodes.Total():
                return _sum(self._there(node.operand))
            case nodes.SumProduct():
                return _sum([a * b for a, b in zip(self._there(node.left), self._there(node.right), strict=True)])
            case nodes.FirstWhere():
                flags = self._there(node.operand)
                return float(flags.index(1.0) + 1) if 1.0 in flags else 0.0
            case _:
                return _computed(node, [self._number(child, t) for child in node.children])

    def _there_or_fail(self, name: str, t: int) -> float:
        value = self._named(name, t)
        assert value is not None, "a blank is computed with"
        return value

    def _rate(self, node: nodes.InternalRate) -> Value:
        """By bisection, for flows that change sign once at most."""
        flows, dates = self._there(node.flows), self._there(node.dates)

        def worth(rate: float) -> float:
            return math.fsum(f * (1 + rate) ** ((dates[0] - d) / 365) for f, d in zip(flows, dates, strict=True))

        low, high = -0.999, 999.0
        if worth(low) * worth(high) >= 0:
            return None
        for _ in range(200):
            middle = (low + high) / 2
            low, high = (middle, high) if worth(middle) * worth(low) > 0 else (low, middle)
        return (low + high) / 2


def _sum(values: Sequence[float]) -> float:
    """Added one after the other: newer Pythons' sum() carries the rounding along."""
    added = 0.0
    for value in values:
        added += value
    return added


def _computed(node: Node, values: list[float]) -> float:
    left, right = values[0], values[-1]
    match node:
        case nodes.Add():
            return left + right
        case nodes.Subtract():
            return left - right
        case nodes.Multiply():
            return left * right
        case nodes.Divide():
            return left / right if right != 0 else 0.0
        case nodes.Power():
            return left**right if left > 0 else 0.0
        case nodes.Negate():
            return -left
        case nodes.Absolute():
            return abs(left)
        case nodes.Floor():
            return float(math.floor(left))
        case nodes.Minimum():
            return min(values)
        case nodes.Maximum():
            return max(values)
        case _:
            return _flag(node, values) if _is_flag(node) else _of_date(node, values)


def _is_flag(node: Node) -> bool:
    kinds = (
        nodes.Less,
        nodes.LessEqual,
        nodes.Greater,
        nodes.GreaterEqual,
        nodes.Equal,
        nodes.And,
        nodes.Or,
        nodes.Not,
    )
    return isinstance(node, kinds)


def _flag(node: Node, values: list[float]) -> float:
    left, right = values[0], values[-1]
    holds = {
        nodes.Less: left < right,
        nodes.LessEqual: left <= right,
        nodes.Greater: left > right,
        nodes.GreaterEqual: left >= right,
        nodes.Equal: left == right,
        nodes.And: all(values),
        nodes.Or: any(values),
        nodes.Not: left == 0,
    }
    return 1.0 if holds[type(node)] else 0.0


def _of_date(node: Node, values: list[float]) -> float:
    day = _EPOCH + timedelta(days=math.floor(values[0]))
    match node:
        case nodes.Year():
            return float(day.year)
        case nodes.Month():
            return float(day.month)
        case nodes.Day():
            return float(day.day)
        case nodes.MonthEnd():
            months = day.year * 12 + day.month - 1 + math.floor(values[1])
            year, month = months // 12, months % 12 + 1
            last = date(year, month, calendar.monthrange(year, month)[1])
            return float((last - _EPOCH).days)
    raise AssertionError(f"no meaning for {type(node).__name__}")
