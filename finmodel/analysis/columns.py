"""Many variants of one deal in one run: a column each, and one that cannot be computed takes no other with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from finmodel.engines.numpy_engine import NumpyEngine
from finmodel.errors import NotConvergedError, OutOfRangeError
from finmodel.results import Results, Value

__all__ = ["Column", "Columns", "Inputs"]

_DISCOUNT = "project_discount_factor"

Inputs = Mapping[str, float | tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Column:
    """One variant, computed: single values by line (of a series, its present value), or why there are none."""

    values: Mapping[str, Value]
    trouble: str = ""
    """What the engine said where the variant has no solution."""

    def __getitem__(self, name: str) -> Value:
        return self.values.get(name)


class Columns:
    """Runs variants of a case for some of its lines. Compiled once; ``run`` may be called any number of times.

    Another analysis of the same results may lend its ``engine``, if that computes the lines of ``lines_for`` too.
    """

    def __init__(self, results: Results, outputs: Collection[str], engine: NumpyEngine | None = None) -> None:
        self.results = results
        self.outputs = tuple(outputs)
        self._engine = engine or NumpyEngine(results.graph, len(results.periods), outputs=self.lines_for(outputs))

    @staticmethod
    def lines_for(outputs: Collection[str]) -> tuple[str, ...]:
        """What an engine has to compute for these outputs."""
        return (*outputs, _DISCOUNT)

    def run(self, variants: Sequence[Inputs], *, frozen: bool = False) -> list[Column]:
        """A column for each variant, given by the inputs it changes; with ``frozen`` at the contract's values."""
        try:
            return self._run(variants, frozen)
        except (NotConvergedError, OutOfRangeError) as error:
            if len(variants) == 1:
                return [Column({}, str(error))]
        half = len(variants) // 2
        return [*self.run(variants[:half], frozen=frozen), *self.run(variants[half:], frozen=frozen)]

    def _run(self, variants: Sequence[Inputs], frozen: bool) -> list[Column]:
        contract = dict(self.results.contract) if frozen else None
        batch = self._engine.run(self._stacked(variants), frozen=contract, scenarios=len(variants))
        discount = batch.lines[_DISCOUNT]
        found = {name: batch.lines[name] for name in self.outputs}
        single = {name: x if x.ndim == 1 else (x * discount).sum(axis=0) for name, x in found.items()}
        wide = {name: np.broadcast_to(x, (len(variants),)) for name, x in single.items()}
        return [Column({name: _blank(values[n]) for name, values in wide.items()}) for n in range(len(variants))]

    def _stacked(self, variants: Sequence[Inputs]) -> dict[str, ArrayLike]:
        """The inputs of the base case; what a variant changes has a column for every variant."""
        base = self.results.inputs.values
        inputs: dict[str, ArrayLike] = dict(base)
        for name in dict.fromkeys(name for variant in variants for name in variant):
            inputs[name] = np.stack([np.asarray(each.get(name, base[name]), float) for each in variants], axis=-1)
        return inputs


def _blank(value: float) -> Value:
    return None if np.isnan(value) else float(value)
