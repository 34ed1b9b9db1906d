"""Formulas with figures: the sentence of a line with the values of one period in the place of names."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import reduce

from finmodel.engines.words_engine import Phrase, Translate, WordsEngine, named, number_phrase
from finmodel.expr import nodes
from finmodel.expr.line import Shape
from finmodel.expr.nodes import Node
from finmodel.results import Results
from finmodel.units import Unit

__all__ = ["FiguresEngine", "Show", "known_position", "plain_figure", "value_at", "values_of"]

Value = float | None
Show = Callable[[Value, Unit], str]

_EPOCH = date(1899, 12, 30)
_ON_POSITIONS: Mapping[type[Node], Callable[[int, int], int]] = {
    nodes.Add: operator.add,
    nodes.Subtract: operator.sub,
    nodes.Minimum: min,
    nodes.Maximum: max,
}


def plain_figure(value: Value, unit: Unit) -> str:
    """A value as plain English text: ``1,234.5``, ``12.00%``, ``1.25x``, ``2027-03-31``, or ``blank``."""
    if value is None:
        return "blank"
    if unit is Unit.DATE and value > 0:
        return (_EPOCH + timedelta(days=int(value))).isoformat()
    if unit is Unit.CALENDAR_YEAR:
        return f"{value:.0f}"
    shown = f"{value * 100 if unit.format.percent else value:,.{unit.format.decimals}f}"
    if not any(digit in shown for digit in "123456789"):
        shown = shown.lstrip("-")
    end = "%" if unit.format.percent else "x" if unit is Unit.RATIO else ""
    return shown.replace("-", "−") + end


def values_of(results: Results, name: str) -> tuple[Value, ...]:
    """All values of a line or an input: over the periods, over the positions of a table, or the single one."""
    if name in results.graph.lines:
        values: tuple[Value, ...] | Value = results.of(name)
    else:
        values = results.inputs[name].value
    if isinstance(values, tuple):
        return values
    shape = (results.graph.lines.get(name) or results.graph.inputs[name]).shape
    return (values,) * (len(results.periods) if shape is Shape.SERIES else 1)


def value_at(results: Results, name: str, period: int | None) -> Value:
    """The value of a line or an input in a period counted from 1 (a position, for a table); 0 outside the grid.

    A single value has no period. ``None`` where the value is blank, or a series is asked for without a period.
    """
    values = values_of(results, name)
    shape = (results.graph.lines.get(name) or results.graph.inputs[name]).shape
    if shape is Shape.SCALAR:
        return values[0]
    if period is None:
        return None
    return values[period - 1] if 1 <= period <= len(values) else 0.0


def known_position(results: Results, node: Node, period: int | None) -> int | None:
    """The position or the number of periods that a node names: of names and whole numbers added and compared.

    ``None`` where the node is a larger formula than positions are made of. Only ever decides which value to show.
    """
    match node:
        case nodes.Constant(value):
            return int(value)
        case nodes.Input(name) | nodes.Reference(name):
            found = value_at(results, name, period)
            return None if found is None else int(found)
        case _ if type(node) in _ON_POSITIONS:
            parts = [known_position(results, child, period) for child in node.children]
            known = [part for part in parts if part is not None]
            return reduce(_ON_POSITIONS[type(node)], known) if len(known) == len(parts) else None
    return None


class FiguresEngine(WordsEngine):
    """Formulas with the values of one period (from 1; none for single values). It reads values, it computes none."""

    def __init__(
        self, results: Results, period: int | None, *, translate: Translate = str, show: Show = plain_figure
    ) -> None:
        super().__init__(results.graph, translate=translate)
        self.results = results
        self.period = period
        self.show = show
        self._names = WordsEngine(results.graph, translate=translate)

    def _shape(self, name: str) -> Shape:
        return (self.graph.lines.get(name) or self.graph.inputs[name]).shape

    def _figure(self, name: str, period: int | None) -> Phrase:
        if period is None and self._shape(name) is not Shape.SCALAR:
            return Phrase(self.label(name))
        return number_phrase(self.show(value_at(self.results, name, period), self.unit(name)))

    def visit_Input(self, node: nodes.Input) -> Phrase:
        return self._figure(node.name, self.period)

    def visit_Reference(self, node: nodes.Reference) -> Phrase:
        return self._figure(node.name, self.period)

    def visit_Previous(self, node: nodes.Previous) -> Phrase:
        return self._shifted(node, -1)

    def visit_Following(self, node: nodes.Following) -> Phrase:
        return self._shifted(node, +1)

    def _shifted(self, node: nodes.Previous | nodes.Following, shift: int) -> Phrase:
        if self.period is None:
            return self._in_words(node)
        return self._figure(named(node.operand), self.period + shift)

    def visit_At(self, node: nodes.At) -> Phrase:
        position = known_position(self.results, node.position, self.period)
        if position is None:
            return Phrase(f"{self.label(named(node.series))} [{self.visit(node.position).text}]")
        return self._figure(named(node.series), position)

    def visit_Earlier(self, node: nodes.Earlier) -> Phrase:
        periods = known_position(self.results, node.periods, self.period)
        if periods is None or self.period is None:
            return self._in_words(node)
        return self._figure(named(node.series), self.period - max(periods, 1))

    visit_Divide = visit_Ratio = WordsEngine._fraction

    def _in_words(self, node: Node) -> Phrase:
        phrase: Phrase = self._names.visit(node)
        return phrase

    visit_Total = visit_Lowest = visit_Highest = visit_Average = visit_FirstWhere = _in_words
    visit_SumProduct = visit_InternalRate = _in_words
