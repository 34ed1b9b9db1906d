"""The passes of the workbook: plain repetition, as many times as this case needs, with the values that each finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from finmodel.engines.excel_unrolling import blocks, copy_name, first_guesses, one_pass
from finmodel.engines.numpy_engine import NumpyEngine
from finmodel.errors import NotConvergedError, OutOfRangeError
from finmodel.expr.line import Line
from finmodel.expr.order import Solve
from finmodel.outputs.workbook.known import Array, Known, grid
from finmodel.results import Results

__all__ = ["Passes", "passes"]

_FEWEST = 12
_SPARE = 2
"""Passes more than the case needs, for inputs that are changed in the workbook."""


@dataclass(frozen=True, slots=True)
class Passes:
    """How often the workbook repeats the lines of its solved blocks, and what they are in each pass by copy's name."""

    count: int
    values: Mapping[str, Array]


def passes(results: Results, known: Known) -> Passes:
    """As many passes as plain repetition needs in this case, and a few to spare."""
    repeated = [_Repeated(known, block) for block in blocks(results.graph)]
    needed = _counted(results) if results.frozen else max((each.settle() for each in repeated), default=0)
    count = max(_FEWEST, needed + _SPARE)
    values: dict[str, Array] = {}
    for each in repeated:
        each.go_on(count)
        values |= each.found
    return Passes(count, values)


def _counted(results: Results) -> int:
    """The passes of a deal that is sized: where it is held at the contract's values, repetition settles at once."""
    graph = results.graph
    engine = NumpyEngine(graph, len(results.periods), outputs=graph.freezable, foresight=False)
    try:
        return engine.run(results.inputs.values).passes
    except NotConvergedError:
        return 0


@dataclass(slots=True)
class _Repeated:
    """One block, repeated from its first guesses on."""

    known: Known
    block: Solve
    found: dict[str, Array] = field(default_factory=dict)
    done: int = 0
    _lines: Sequence[Line] = ()
    _engine: NumpyEngine | None = None

    def settle(self) -> int:
        """Repeats until a pass finds what it tried; the passes that took, or 0 if it never does."""
        while self.done < NumpyEngine.most_passes:
            try:
                self._next()
            except OutOfRangeError:
                return 0
            if self._still():
                return self.done
        return 0

    def go_on(self, count: int) -> None:
        """Repeats until there are so many passes, and no more than these."""
        while self.done < count:
            self._next()
        for number in range(count + 1, self.done + 1):
            for name in self._names():
                self.found.pop(copy_name(name, number), None)

    def _names(self) -> list[str]:
        return [line.name.removesuffix("~next") for line in self._lines]

    def _next(self) -> None:
        graph = self.known.results.graph
        if self._engine is None:
            guesses = first_guesses(graph, self.block)
            batch = self.known.run(self.known.engine(guesses, graph.lines))
            self.found |= {line.name: grid(batch, line) for line in guesses}
            self._lines = one_pass(graph, self.block)
            self._engine = self.known.engine(self._lines, graph.lines)
        before = {name: self.found[copy_name(name, self.done)] for name in self.block.solved}
        batch = self.known.run(self._engine, before)
        self.done += 1
        self.found |= {
            copy_name(name, self.done): grid(batch, line) for name, line in zip(self._names(), self._lines, strict=True)
        }

    def _still(self) -> bool:
        """Whether the last pass found what it tried, as the engine judges it."""
        for name in self.block.solved:
            tried, found = self.found[copy_name(name, self.done - 1)], self.found[copy_name(name, self.done)]
            if not (np.abs(found - tried) < NumpyEngine.tolerance * (1.0 + np.abs(tried))).all():
                return False
        return True
