"""Very many scenarios: what they share is computed once, the rest block by block in rows that are used again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
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
        self._common, self._cells, self._program = plain["program"], names["shared"], names["program"]
        self._shared: _Shared | None = None
        self._outputs = tuple(outputs)

    def started(self, alike: Mapping[str, Array], padded: Callable[[str, Array], Array]) -> Started:
        """A run with these inputs and held lines, which do not differ; ``padded`` puts rows around a series.

        What all scenarios share is computed again only if one of these values is another than in the run before.
        """
        if self._shared is None or not self._shared.fits(alike):
            values = {name: padded(name, array) for name, array in alike.items()}
            common, passes = self._common({**dict.fromkeys(self.wide), **values}, self.periods)
            known = {**values, **common}
            of = {name: array.copy() for name, array in alike.items()}
            self._shared = _Shared(of, known, self._cells(known, self.periods), passes)
        return Started(self._program, self._shared, self._outputs, self.periods)


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all scenarios share, and the values that it was computed of."""

    of: Mapping[str, Array]
    known: Mapping[str, Array]
    cells: object
    passes: int

    def fits(self, alike: Mapping[str, Array]) -> bool:
        return all(np.array_equal(self.of[name], array) for name, array in alike.items())


class Started:
    """A run whose shared part is computed; ``run`` computes one block of scenarios after another."""

    def __init__(
        self,
        program: Callable[..., tuple[dict[str, Array], int]],
        shared: _Shared,
        outputs: tuple[str, ...],
        periods: int,
    ) -> None:
        self._program = program
        self._shared = shared
        self._outputs = outputs
        self._periods = periods
        self._room: Room | None = None

    def run(self, differing: Mapping[str, Array], width: int) -> tuple[dict[str, Array], int]:
        """The outputs of a block of ``width`` scenarios, series with a row before and after, and the passes it took."""
        if self._room is None or self._room.width != width:
            self._room = Room(self._periods, width)
        shared = self._shared
        found, passes = self._program({**shared.known, **differing}, shared.cells, self._room, self._periods)
        return {n: found[n] if n in found else shared.known[n].copy() for n in self._outputs}, max(
            passes, shared.passes
        )
