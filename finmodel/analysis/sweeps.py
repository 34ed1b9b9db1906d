"""Sweeps: what lines of a model come to in one year while an input or a line takes level after level in that year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from finmodel.engines.numpy_engine import NumpyEngine
from finmodel.expr.graph import Graph
from finmodel.expr.line import Line, Shape, Variable
from finmodel.expr.nodes import Input
from finmodel.expr.order import dependencies, ordered
from finmodel.results import Results
from finmodel.timeline import over_periods
from finmodel.yearly import years

__all__ = ["Sweep", "swept"]

Array = NDArray[np.float64]
Values = float | tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Sweep:
    """One input or line that is moved in a year: ``levels`` times its own value there, or times that of a line."""

    moved: str
    levels: Sequence[float]
    year: int
    of: str = ""
    """The line of whose value the levels are shares; its own if there is none."""


def swept(results: Results, sweep: Sweep, lines: Sequence[str]) -> dict[str, tuple[float, ...]]:
    """For each line its sum over the periods that end in the year, one value for each level; debt as contracted.

    The lines are the model's own: what is moved becomes an input, and everything that it does not reach stays as
    the case has it, in the years before too.
    """
    places = years(results.periods)[sweep.year]
    graph, moved = _opened(results, sweep, lines)
    engine = NumpyEngine(graph, len(results.periods), outputs=lines)
    inputs: dict[str, object] = {name: results.inputs.values[name] for name in graph.inputs if name not in moved}
    inputs |= {name: _levelled(base, sweep, places, results) for name, base in moved.items()}
    held = {name: over_periods(results.contract[name], len(results.periods)) for name in graph.freezable}
    batch = engine.run(inputs, frozen=held, scenarios=len(sweep.levels))  # type: ignore[arg-type]
    return {name: _of_year(batch.lines[name], places, len(sweep.levels)) for name in lines}


def _opened(results: Results, sweep: Sweep, lines: Sequence[str]) -> tuple[Graph, Mapping[str, Values]]:
    """The part of the model that the lines depend on, with what is moved as an input of its own value."""
    graph, table = results.graph, f"{sweep.moved}_by_year"
    if sweep.moved in graph.inputs:
        single = replace(graph.inputs[sweep.moved], shape=Shape.SERIES)
        base = results.inputs.values[sweep.moved]
        inputs, moved = {sweep.moved: single}, {sweep.moved: base}
        needed = _needed(graph, lines, {})
    elif table in graph.inputs:
        inputs, moved, needed = {}, {table: results.inputs.values[table]}, _needed(graph, lines, {})
    else:
        line = graph.lines[sweep.moved]
        name = f"{sweep.moved}_moved"
        inputs = {name: Variable(name, line.label, line.unit, Shape.SERIES)}
        moved = {name: tuple(value or 0.0 for value in results.series[sweep.moved])}
        needed = _needed(graph, lines, {sweep.moved: replace(line, expression=Input(name))})
    steps = ordered(needed, frozen=True)
    return Graph({**graph.inputs, **inputs}, needed, steps, steps), moved


def _needed(graph: Graph, lines: Sequence[str], instead: Mapping[str, Line]) -> dict[str, Line]:
    """The lines and all that they depend on, in the order of definition, with some of them replaced."""
    found: set[str] = set()
    waiting = list(lines)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            reads = dependencies(instead[name]) if name in instead else graph.read_by(name)
            waiting.extend(() if graph.lines[name].freezable else reads)
    return {name: instead.get(name, line) for name, line in graph.lines.items() if name in found}


def _levelled(base: Values, sweep: Sweep, places: Sequence[int], results: Results) -> Array:
    """The values of what is moved, a column for each level; only those of the year differ."""
    count, levels = len(results.periods), np.asarray(sweep.levels, float)
    if isinstance(base, tuple) and f"{sweep.moved}_by_year" in results.inputs.entries:
        axis = results.inputs[f"{sweep.moved}_by_year"].axis
        starts = {str(results.periods[place].start.year) for place in places}
        places, count = [place for place, year in enumerate(axis) if year in starts], len(axis)
    plain = np.broadcast_to(np.asarray(base, float), (count,))
    whole = np.asarray([results.series[sweep.of][place] or 0.0 for place in range(count)]) if sweep.of else plain
    found = np.repeat(plain[:, np.newaxis], len(levels), axis=1)
    found[list(places)] = whole[list(places), np.newaxis] * levels
    return found


def _of_year(values: Array, places: Sequence[int], count: int) -> tuple[float, ...]:
    sums = values[list(places)].sum(axis=0)
    return tuple(float(value) for value in np.broadcast_to(sums, (count,)))
