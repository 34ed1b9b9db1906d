"""Very many scenarios: what they share is computed once, the rest block by block in rows that are used again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from finmodel.engines import numpy_runtime
from finmodel.engines.fixed_point import FixedPoint
from finmodel.engines.numpy_blocks import block_source
from finmodel.engines.numpy_program import program_source
from finmodel.engines.numpy_room import Room
from finmodel.expr.graph import Graph

__all__ = ["Blocks"]

Array = NDArray[np.float64]

_UFUNCS = (
    "absolute", "add", "bitwise_and", "bitwise_or", "equal", "floor", "greater", "greater_equal", "less", "less_equal",
    "maximum", "minimum", "multiply", "negative", "not_equal", "subtract",
)  # fmt: skip


class Blocks:
    """The programs for one choice of inputs (or held lines) that differ between scenarios, compiled once."""

    def __init__(
        self,
        graph: Graph,
        periods: int,
        outputs: Collection[str],
        *,
        frozen: bool,
        wide: Collection[str],
        search: Callable[..., FixedPoint],
    ) -> None:
        source = block_source(graph, outputs, frozen=frozen, wide=wide)
        names: dict[str, Any] = {name: getattr(np, name) for name in _UFUNCS}
        names |= {"np": np, "run": numpy_runtime, "FixedPoint": search, "copy": np.copyto}
        names |= {
            "divide": numpy_runtime.divide_into,
            "ratio": numpy_runtime.ratio_into,
            "number": numpy_runtime.number,
        }
        plain = dict(names)
        exec(compile(source.text, "<generated>", "exec"), names)  # noqa: S102 - our own code
        exec(compile(program_source(graph, source.common, frozen=frozen), "<generated>", "exec"), plain)  # noqa: S102
        self.periods = periods
        self.wide = frozenset(wide)
        self._common, self._shared, self._program = plain["program"], names["shared"], names["program"]
        self._outputs = tuple(outputs)

    def started(self, values: Mapping[str, Array]) -> Started:
        """The run of these inputs and held lines, of which the ones that differ are not looked at yet."""
        common, passes = self._common({**dict.fromkeys(self.wide), **values}, self.periods)
        known = {**values, **common}
        return Started(self._program, known, self._shared(known, self.periods), self._outputs, self.periods, passes)


class Started:
    """A run whose shared part is computed; ``run`` computes one block of scenarios after another."""

    def __init__(
        self,
        program: Callable[..., tuple[dict[str, Array], int]],
        known: Mapping[str, Array],
        cells: object,
        outputs: tuple[str, ...],
        periods: int,
        passes: int,
    ) -> None:
        self._program = program
        self._known = known
        self._cells = cells
        self._outputs = outputs
        self._periods = periods
        self._passes = passes
        self._room: Room | None = None

    def run(self, differing: Mapping[str, Array], width: int) -> tuple[dict[str, Array], int]:
        """The outputs of a block of ``width`` scenarios, series with a row before and after, and the passes it took."""
        if self._room is None or self._room.width != width:
            self._room = Room(self._periods, width)
        found, passes = self._program({**self._known, **differing}, self._cells, self._room, self._periods)
        return {n: found[n] if n in found else self._known[n] for n in self._outputs}, max(passes, self._passes)
