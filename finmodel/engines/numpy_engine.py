"""The NumPy engine: turns a graph into Python code and runs it for one or for a million scenarios.

A series is an array (period, scenario); lines that do not differ between scenarios keep one column. The code
works in blocks of scenarios that fit the processor's cache.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from finmodel.engines import numpy_runtime
from finmodel.engines.fixed_point import FixedPoint
from finmodel.engines.numpy_batches import Blocks
from finmodel.engines.numpy_program import program_source
from finmodel.errors import OutOfRangeError
from finmodel.expr.graph import Graph
from finmodel.expr.line import Shape
from finmodel.expr.shapes import blank_lines

__all__ = ["Batch", "NumpyEngine"]

Array = NDArray[np.float64]
Values = Mapping[str, ArrayLike]
Program = Callable[[Mapping[str, Array], int], tuple[dict[str, Array], int]]


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
    """Runs a graph. Compiled once; ``run`` may be called any number of times.

    ``outputs`` are the lines wanted; without it, all. Without ``foresight``, solved lines take as many passes as
    plain repetition needs, which is what a workbook repeats.
    """

    engine: ClassVar[str] = "NumPy"
    tolerance: ClassVar[float] = 1e-12
    most_passes: ClassVar[int] = 200
    many: ClassVar[int] = 4096
    """Scenarios of the same inputs from which on a program of their own pays for being made."""

    def __init__(
        self, graph: Graph, periods: int, *, outputs: Collection[str] | None = None, foresight: bool = True
    ) -> None:
        self.graph = graph
        self.periods = periods
        self.foresight = foresight
        self.outputs = tuple(graph.lines) if outputs is None else tuple(dict.fromkeys(outputs))
        for name in self.outputs:
            if name not in graph.lines:
                raise ValueError(f"There is no line {name!r} to compute.")
        self._blank = blank_lines(graph.lines)
        self._programs: dict[bool, Program] = {}
        self._blocks: dict[tuple[bool, frozenset[str]], Blocks] = {}
        self._asked: Counter[tuple[bool, frozenset[str]]] = Counter()

    def run(
        self, inputs: Values, *, frozen: Values | None = None, scenarios: int | None = None, block: int = 4096
    ) -> Batch:
        """All outputs for every scenario.

        ``inputs`` gives each input as one value, or per scenario along the last axis. With ``frozen``, the freezable
        lines are held at the values given there (financial close is over) and nothing is re-sized.
        Raises ``ValueError`` if an input is missing, unknown, not a number or of the wrong length,
        ``NotConvergedError`` naming the lines when a solved line has no fixed point in reach, and ``OutOfRangeError``
        naming the line when an output is too large for a number.
        """
        given = self._arrays(inputs, {name: variable.shape for name, variable in self.graph.inputs.items()})
        if frozen is not None:
            given |= self._arrays(frozen, {name: self.graph.lines[name].shape for name in self.graph.freezable})
        widths = {name: array.shape[-1] for name, array in given.items() if array.shape[-1] > 1}
        count = scenarios or max(widths.values(), default=1)
        for name, width in widths.items():
            if width != count:
                raise ValueError(f"{name}: values of {width:,} scenarios given, but there are {count:,}")
        results = _Results(count)
        step = max(block, 2)
        compute = self._computation(given, frozenset(widths), count, frozen=frozen is not None)
        for start in range(0, count if widths else 1, step):
            part = slice(start, min(start + step, count))
            with np.errstate(over="ignore", invalid="ignore"):
                found, passes = compute(part)
            results.add({name: self._grid(name, array) for name, array in found.items()}, part, passes)
        return Batch(results.lines, count, results.passes)

    def _computation(
        self, given: Mapping[str, Array], wide: frozenset[str], count: int, *, frozen: bool
    ) -> Callable[[slice], tuple[dict[str, Array], int]]:
        """How a block is computed: by the plain program or, once so many scenarios pay for it, by one made for them."""
        self._asked[frozen, wide] += count
        if not wide or self._asked[frozen, wide] < self.many:
            program = self._program(frozen)
            return lambda part: program(
                {name: self._block(name, array, part) for name, array in given.items()}, self.periods
            )
        if (frozen, wide) not in self._blocks:
            self._blocks[frozen, wide] = Blocks(
                self.graph, self.periods, self.outputs, frozen=frozen, wide=wide, search=self._search
            )
        alike = {name: array for name, array in given.items() if name not in wide}
        with np.errstate(over="ignore", invalid="ignore"):
            started = self._blocks[frozen, wide].started(alike, partial(self._block, part=slice(None)))
        return lambda part: started.run({name: given[name][..., part] for name in wide}, part.stop - part.start)

    def source(self, *, frozen: bool = False) -> str:
        """The generated Python code, for reading."""
        return program_source(self.graph, self.outputs, frozen=frozen)

    @property
    def _search(self) -> Callable[..., FixedPoint]:
        return partial(FixedPoint, tolerance=self.tolerance, most_passes=self.most_passes, foresight=self.foresight)

    def _program(self, frozen: bool) -> Program:
        if frozen not in self._programs:
            names: dict[str, Any] = {"np": np, "run": numpy_runtime, "FixedPoint": self._search}
            exec(compile(self.source(frozen=frozen), "<generated>", "exec"), names)  # noqa: S102 - our own code
            self._programs[frozen] = names["program"]
        return self._programs[frozen]

    def _shape(self, name: str) -> Shape:
        return (self.graph.inputs.get(name) or self.graph.lines[name]).shape

    def _arrays(self, values: Values, shapes: Mapping[str, Shape]) -> dict[str, Array]:
        missing, unknown = shapes.keys() - values.keys(), values.keys() - shapes.keys()
        if missing or unknown:
            what = [f"no value for {name!r}" for name in sorted(missing)]
            what += [f"a value for {name!r}, which is not one of them" for name in sorted(unknown)]
            raise ValueError(f"The values given do not match what the model needs: {'; '.join(what)}.")
        return {name: self._array(name, values[name], shape) for name, shape in shapes.items()}

    def _array(self, name: str, value: ArrayLike, shape: Shape) -> Array:
        """Values as an array (scenario,) if they are single values, else (period, scenario) or (position, scenario)."""
        array: Array = np.asarray(value, dtype=np.float64)
        if not np.isfinite(array).all():
            raise ValueError(f"{name}: not a finite number")
        if array.ndim > (1 if shape is Shape.SCALAR else 2):
            raise ValueError(f"{name}: an array of {array.ndim} dimensions given for a {shape.value}")
        if array.size == 0 and shape is not Shape.TABLE:
            raise ValueError(f"{name}: no value given")
        if shape is Shape.SCALAR:
            return np.atleast_1d(array)
        if array.ndim == 0:
            array = np.full((self.periods if shape is Shape.SERIES else 1, 1), array)
        elif array.ndim == 1:
            array = array[:, np.newaxis]
        if shape is Shape.SERIES and array.shape[0] != self.periods:
            raise ValueError(f"{name}: {array.shape[0]} values given for {self.periods} periods")
        return array

    def _block(self, name: str, array: Array, part: slice) -> Array:
        """The columns of some scenarios; a series or a table is padded with zeros before and after."""
        columns = array if array.shape[-1] == 1 else array[..., part]
        return columns if self._shape(name) is Shape.SCALAR else np.pad(np.ascontiguousarray(columns), ((1, 1), (0, 0)))

    def _grid(self, name: str, values: Array) -> Array:
        grid = values[1:-1] if self.graph.lines[name].shape is Shape.SERIES else values.copy()
        if not np.isfinite(grid).all() and (name not in self._blank or np.isinf(grid).any()):
            raise OutOfRangeError(
                f"Line {name} grows beyond what can be computed; check the rates, quantities and prices it depends on."
            )
        return grid


class _Results:
    """The outputs of all blocks, put side by side as they come. No block but the last may hold a single scenario."""

    def __init__(self, scenarios: int) -> None:
        self.scenarios = scenarios
        self.lines: dict[str, Array] = {}
        self.wide: list[str] = []
        self.passes = 0

    def add(self, found: Mapping[str, Array], part: slice, passes: int) -> None:
        self.passes = max(self.passes, passes)
        if part.start == 0:
            several = part.stop < self.scenarios
            self.wide = [name for name, values in found.items() if several and values.shape[-1] > 1]
            self.lines = dict(found)
            self.lines |= {name: np.empty((*found[name].shape[:-1], self.scenarios)) for name in self.wide}
        for name in self.wide:
            self.lines[name][..., part] = found[name]
