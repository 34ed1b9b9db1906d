"""The audit trail of one number: its formula in words and in figures, and the same for what it is made of."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from finmodel.engines.words_engine import Translate, WordsEngine, named
from finmodel.engines.words_figures import FiguresEngine, Show, known_position, plain_figure, value_at, values_of
from finmodel.errors import UsageError
from finmodel.expr import nodes
from finmodel.expr.line import Line, Shape
from finmodel.expr.nodes import Node
from finmodel.expr.shapes import REDUCTIONS
from finmodel.inputs.table import Provenance
from finmodel.results import Results
from finmodel.units import Unit

__all__ = ["Explanation", "Value", "explain"]

Value = float | None

_SOLVED = "Solved: the value equals its own formula after {passes} passes."
_HELD = "Held at the value agreed at financial close; the formula says how it was sized."
_REPEATED = "Explained above."


@dataclass(frozen=True, slots=True)
class Explanation:
    """One line or input of the audit trail, and below it what it is made of."""

    name: str
    label: str
    unit: Unit
    kind: str
    """``line``, ``solved``, ``held`` or ``input``."""
    period: int | None
    """The period, counted from 1; for a table the position; none for a single value or a whole series."""
    value: Value
    values: tuple[Value, ...] = ()
    """Of a whole series: its values over the periods."""
    words: str = ""
    figures: str = ""
    note: str = ""
    source: str = ""
    remark: str = ""
    """What a reader must know of how the value came about: solved, held, explained above."""
    path: str = ""
    """Of an input: where it stands in the case file."""
    provenance: Provenance | None = None
    children: tuple[Explanation, ...] = ()


def explain(
    results: Results,
    line: str,
    period: int | None = None,
    depth: int = 2,
    *,
    translate: Translate = str,
    show: Show = plain_figure,
) -> Explanation:
    """The audit trail of a line or an input, ``depth`` levels down or as far as the inputs.

    ``period`` is counted from 1; without it a series is explained as a whole. Raises ``UsageError`` for a name that
    does not exist, with the nearest that does, and for a period outside the grid.
    """
    known = (*results.graph.lines, *results.graph.inputs)
    if line not in known:
        near = difflib.get_close_matches(line, known, n=3, cutoff=0.5)
        hint = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
        raise UsageError(f"The case has no line or input {line!r}.{hint}")
    last = len(results.periods)
    if period is not None and not 1 <= period <= last:
        raise UsageError(f"There is no period {period}: the case has periods 1 to {last}.")
    trail = _Trail(results, translate, show)
    return trail.explained(line, period if trail.shape(line) is Shape.SERIES else None, depth)


class _Trail:
    """Builds one audit trail and remembers what it has explained."""

    def __init__(self, results: Results, translate: Translate, show: Show) -> None:
        self.results = results
        self.translate = translate
        self.show = show
        self.words = WordsEngine(results.graph, translate=translate)
        self.done: set[tuple[str, int | None]] = set()

    def shape(self, name: str) -> Shape:
        graph = self.results.graph
        return (graph.lines.get(name) or graph.inputs[name]).shape

    def explained(self, name: str, period: int | None, depth: int) -> Explanation:
        if name in self.results.graph.inputs:
            return self._input(name, period)
        return self._line(self.results.graph.lines[name], period, depth)

    def _whole(self, name: str, period: int | None) -> tuple[Value, ...]:
        is_single = period is not None or self.shape(name) is Shape.SCALAR
        return () if is_single else values_of(self.results, name)

    def _input(self, name: str, period: int | None) -> Explanation:
        entry = self.results.inputs[name]
        return Explanation(
            name=name,
            label=self.words.label(name),
            unit=entry.variable.unit,
            kind="input",
            period=period,
            value=value_at(self.results, name, period),
            values=self._whole(name, period),
            note=self.translate(entry.variable.note) if entry.variable.note else "",
            source=entry.provenance.source,
            path=entry.path,
            provenance=entry.provenance,
        )

    def _line(self, line: Line, period: int | None, depth: int) -> Explanation:
        held = self.results.frozen and line.freezable
        repeated = (line.name, period) in self.done
        kind, remark = "line", ""
        if held:
            kind, remark = "held", self.translate(_HELD)
        elif line.solved:
            kind, remark = "solved", self.translate(_SOLVED).format(passes=self.results.passes)
        children: tuple[Explanation, ...] = ()
        if repeated:
            remark = self.translate(_REPEATED)
        elif depth > 0 and not held:
            self.done.add((line.name, period))
            children = tuple(self.explained(name, at, depth - 1) for name, at in self._read(line, period))
        return Explanation(
            name=line.name,
            label=self.words.label(line.name),
            unit=line.unit,
            kind=kind,
            period=period,
            value=value_at(self.results, line.name, period),
            values=self._whole(line.name, period),
            words=self.words.formula(line),
            figures="" if held else self._figures(line, period),
            note=self.translate(line.note) if line.note else "",
            source=line.source,
            remark=remark,
            children=children,
        )

    def _figures(self, line: Line, period: int | None) -> str:
        """The formula with its values; nothing where it has none to show."""
        if line.shape is Shape.SERIES and period is None:
            return ""
        engine = FiguresEngine(self.results, period, translate=self.translate, show=self.show)
        figures = engine.formula(line)
        shown = self.show(value_at(self.results, line.name, period), line.unit)
        return "" if figures in {self.words.formula(line), shown} else figures

    def _read(self, line: Line, period: int | None) -> list[tuple[str, int | None]]:
        """What a line reads, each once, in the order of the formula; not its own whole series, which is shown."""
        focus = self._focus(line)
        if focus is not None:
            return [(named(child), focus) for child in line.expression.children]
        read = dict.fromkeys(_readings(self.results, line.expression, period))
        read.pop((line.name, None), None)
        return list(read)

    def _focus(self, line: Line) -> int | None:
        """The one period from which a single value is taken: that of the lowest or highest, or where a flag is 1."""
        match line.expression:
            case nodes.Lowest(operand) | nodes.Highest(operand):
                wanted = self.results.values[line.name]
                values = self._whole(named(operand), None)
                return values.index(wanted) + 1 if wanted is not None else None
            case nodes.SumProduct(_, flag) if self.words.unit(named(flag)) is Unit.FLAG:
                flags = self._whole(named(flag), None)
                return flags.index(1.0) + 1 if flags.count(1.0) == 1 else None
        return None


def _readings(results: Results, node: Node, period: int | None) -> Iterator[tuple[str, int | None]]:
    """The names a formula reads, each with the period in which it is read (none: a single value or all periods)."""
    graph = results.graph
    match node:
        case nodes.Input(name) | nodes.Reference(name):
            shape = (graph.lines.get(name) or graph.inputs[name]).shape
            yield name, period if shape is Shape.SERIES else None
        case nodes.Previous(operand) | nodes.Following(operand):
            yield from _within(results, operand, period, -1 if isinstance(node, nodes.Previous) else 1)
        case nodes.Earlier(series, periods):
            back = known_position(results, periods, period)
            yield from _within(results, series, period if back is not None else None, -max(back or 1, 1))
            yield from _readings(results, periods, period)
        case nodes.At(series, position):
            place = known_position(results, position, period)
            yield from _within(results, series, place, 0)
            yield from _readings(results, position, period)
        case _ if isinstance(node, REDUCTIONS):
            for child in node.children:
                yield from _readings(results, child, None)
        case _:
            for child in node.children:
                yield from _readings(results, child, period)


def _within(results: Results, series: Node, period: int | None, shift: int) -> Iterator[tuple[str, int | None]]:
    """A series read at a shifted period; nothing outside its length, where it is 0."""
    name = named(series)
    if period is None:
        yield name, None
    elif 1 <= period + shift <= len(values_of(results, name)):
        yield name, period + shift
