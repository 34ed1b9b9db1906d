"""The NumPy engine: turns a graph into Python code and runs it for one or for a million scenarios.

A series is an array (period, scenario); lines that do not differ between scenarios keep one column. The code
works in blocks of scenarios that fit the processor's cache.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from finmodel.engines import numpy_runtime
from finmodel.engines.numpy_code import compiled
from finmodel.errors import NotConvergedError
from finmodel.expr.graph import Graph
from finmodel.expr.line import Shape
from finmodel.expr.order import Loop, Solve, Step, Vector, dependencies, step_lines

__all__ = ["Batch", "NumpyEngine"]

Array = NDArray[np.float64]
Values = Mapping[str, ArrayLike]


@dataclass(frozen=True, slots=True)
class Batch:
    """What a run computed: ``lines[name]`` is (period, scenario) or (scenario,); one column if all are alike."""

    lines: Mapping[str, Array]
    scenarios: int
    passes: int
    """The largest number of passes that any block of scenarios needed to solve its solved lines."""

    def series(self, name: str, scenario: int = 0) -> Array:
        """One line's values over the periods in one scenario."""
        values = self.lines[name]
        return values[:, scenario if values.shape[1] > 1 else 0]

    def value(self, name: str, scenario: int = 0) -> float:
        """One scalar line's value in one scenario; NaN where it is blank."""
        values = self.lines[name]
        return float(values[scenario if values.shape[0] > 1 else 0])


class NumpyEngine:
    """Runs a graph. Compiled once; ``run`` may be called any number of times."""

    engine: ClassVar[str] = "NumPy"
    tolerance: ClassVar[float] = 1e-12
    most_passes: ClassVar[int] = 200

    def __init__(self, graph: Graph, periods: int, *, outputs: Collection[str] | None = None) -> None:
        self.graph = graph
        self.periods = periods
        self.outputs = tuple(graph.lines) if outputs is None else tuple(outputs)
        self._programs: dict[bool, Callable[..., int]] = {}

    def run(
        self, inputs: Values, *, frozen: Values | None = None, scenarios: int | None = None, block: int = 1024
    ) -> Batch:
        """All outputs for every scenario.

        ``inputs`` gives each input as one value, or per scenario along the last axis. With ``frozen``, the lines
        named there are held at those values (financial close is over) and nothing is re-sized.
        Raises ``NotConvergedError`` naming the lines when a solved line has no fixed point in reach.
        """
        given = {name: self._array(name, inputs[name], self.graph.inputs[name].shape) for name in self.graph.inputs}
        held = {}
        if frozen is not None:
            held = {n: self._array(n, frozen[n], self.graph.lines[n].shape) for n in self.graph.freezable}
        count = scenarios or max((a.shape[-1] for a in (*given.values(), *held.values())), default=1)
        program = self._program(frozen is not None)
        results: dict[str, list[Array]] = {name: [] for name in self.outputs}
        passes = 0
        for start in range(0, count, block):
            part = slice(start, min(start + block, count))
            values = {name: _columns(array, part) for name, array in (*given.items(), *held.items())}
            passes = max(passes, program(values, self.periods))
            for name in self.outputs:
                results[name].append(self._grid(name, values[name]))
        return Batch({name: _joined(parts) for name, parts in results.items()}, count, passes)

    def source(self, *, frozen: bool = False) -> str:
        """The generated Python code, for reading."""
        return compiled(self.graph, self._needed_steps(frozen=frozen), frozen=frozen)

    def _program(self, frozen: bool) -> Callable[..., int]:
        if frozen not in self._programs:
            names: dict[str, Any] = {
                "np": np,
                "run": numpy_runtime,
                "NotConvergedError": NotConvergedError,
                "TOLERANCE": self.tolerance,
                "MOST_PASSES": self.most_passes,
            }
            exec(compile(self.source(frozen=frozen), "<generated>", "exec"), names)  # noqa: S102 - our own code
            self._programs[frozen] = names["program"]
        return self._programs[frozen]

    def _needed_steps(self, *, frozen: bool) -> tuple[Step, ...]:
        """The steps without the lines that no output depends on."""
        needed: set[str] = set()
        waiting = list(self.outputs)
        while waiting:
            name = waiting.pop()
            if name in needed:
                continue
            needed.add(name)
            line = self.graph.lines[name]
            if not (frozen and line.freezable):
                waiting.extend(dependencies(line))
        steps = self.graph.frozen_steps if frozen else self.graph.steps
        return tuple(_pruned(steps, needed))

    def _array(self, name: str, value: ArrayLike, shape: Shape) -> Array:
        """An input as a two-dimensional (or, for single values, one-dimensional) array, padded if it is a series."""
        array: Array = np.asarray(value, dtype=np.float64)
        if shape is Shape.SCALAR:
            return np.atleast_1d(array)
        if array.ndim == 0:
            array = np.full((self.periods, 1), float(array))
        elif array.ndim == 1:
            array = array[:, np.newaxis]
        if shape is Shape.SERIES and array.shape[0] != self.periods:
            raise ValueError(f"{name}: {array.shape[0]} values given for {self.periods} periods")
        return np.pad(array, ((1, 1), (0, 0)))

    def _grid(self, name: str, values: Array) -> Array:
        if self.graph.lines[name].shape is Shape.SERIES:
            return values[1:-1].copy()
        return values.copy()


def _columns(array: Array, part: slice) -> Array:
    return array if array.shape[-1] == 1 else array[..., part]


def _joined(parts: list[Array]) -> Array:
    if len(parts) == 1:
        return parts[0]
    if all(p.shape[-1] == 1 for p in parts) and all(np.array_equal(p, parts[0], equal_nan=True) for p in parts[1:]):
        return parts[0]
    return np.concatenate(parts, axis=-1)


def _pruned(steps: tuple[Step, ...], needed: set[str]) -> Iterator[Step]:
    for step in steps:
        match step:
            case Vector(line):
                if line in needed:
                    yield step
            case Loop(lines, forward):
                kept = tuple(name for name in lines if name in needed)
                if kept:
                    yield Loop(kept, forward)
            case Solve():
                if needed.intersection(step_lines((step,))):
                    yield step
