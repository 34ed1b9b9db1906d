"""Values that the workbook shows beside those of the results, computed by the same engine from what is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isnan

import numpy as np
from numpy.typing import NDArray

from finmodel.engines.excel_unrolling import SWITCH, contract_name, replaced, with_contract
from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.expr.graph import Graph
from finmodel.expr.line import Line, Shape, Variable
from finmodel.expr.nodes import Input, Reference
from finmodel.expr.order import ordered
from finmodel.results import Results, Value
from finmodel.timeline import over_periods

__all__ = ["Known", "Numbers", "numbers"]

Numbers = tuple[Value, ...]
Array = NDArray[np.float64]


@dataclass(slots=True)
class Known:
    """What is known so far by name: the inputs of the workbook, the lines of the results, and what was added."""

    results: Results
    values: dict[str, Array]
    """By name: one number, or one for each period or position; a blank is NaN."""

    @classmethod
    def from_results(cls, results: Results) -> Known:
        """The inputs of the case, the switch, the contract's values on these periods, and every line of the model."""
        periods = len(results.periods)
        values = {name: np.asarray(value, float) for name, value in results.inputs.values.items()}
        values[SWITCH] = np.asarray(float(results.frozen))
        for name in results.graph.freezable:
            values[contract_name(name)] = np.asarray(over_periods(results.contract[name], periods), float)
        values |= {name: np.asarray(series, float) for name, series in results.series.items()}
        values |= {name: np.asarray(value, float) for name, value in results.values.items()}
        return cls(results, values)

    def add(self, lines: Sequence[Line], among: Mapping[str, Line]) -> None:
        """Computes lines that read only what is known and each other; ``among`` has the formula of whatever is read."""
        if lines:
            batch = self.run(self.engine(lines, among))
            self.values.update({line.name: grid(batch, line) for line in lines})

    def engine(self, lines: Iterable[Line], among: Mapping[str, Line]) -> NumpyEngine:
        """The engine of some lines; all else that they read is an input to it, or computed again where it is blank."""
        graph = self.results.graph
        given = with_contract(graph)
        inside = {line.name: line for line in lines}
        outside: dict[str, Variable] = {}
        waiting = list(inside.values())
        while waiting:
            for node in waiting.pop().expression.walk():
                if not isinstance(node, (Input, Reference)) or node.name in inside or node.name in outside:
                    continue
                if np.isnan(self.values[node.name]).any():
                    inside[node.name] = among[node.name]
                    waiting.append(inside[node.name])
                else:
                    of = given.get(node.name) or among[node.name]
                    outside[node.name] = Variable(node.name, "", of.unit, of.shape)
        known = {name: Input(name) for name in outside}
        inside = {line.name: replace(line, expression=replaced(line.expression, known)) for line in inside.values()}
        steps = ordered(inside, frozen=False)
        return NumpyEngine(Graph(outside, inside, steps, steps), len(self.results.periods))

    def run(self, engine: NumpyEngine, instead: Mapping[str, Array] | None = None) -> Batch:
        """The engine run from what is known; ``instead`` has values for this run alone."""
        changed = instead or {}
        return engine.run(
            {name: changed[name] if name in changed else self.values[name] for name in engine.graph.inputs}
        )

    def shown(self, name: str) -> Numbers:
        """The numbers of a line, blanks as None."""
        return numbers(self.values[name])


def grid(batch: Batch, line: Line) -> Array:
    """A line's values over the periods, or its single value."""
    return batch.series(line.name) if line.shape is Shape.SERIES else np.asarray(batch.value(line.name))


def numbers(values: Array) -> Numbers:
    """Values as plain numbers, one at least; a blank is None."""
    return tuple(None if isnan(number) else number for number in np.atleast_1d(values).tolist())
