"""Causes: how much each change between two deals moves each result, from variants in which some of them are made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from finmodel.analysis.comparison.alignment import Aligned, Side
from finmodel.analysis.comparison.attribution import Attribution, attribution
from finmodel.analysis.halving import in_halves
from finmodel.compared import CONTRACT, STRUCTURE, Cause, Method
from finmodel.engines.numpy_engine import Batch, NumpyEngine

__all__ = ["Causes", "causes_of"]

Array = NDArray[np.float64]
Values = Mapping[int, float]

_TOGETHER = 4096
"""Variants that are computed together, so that many changes do not need much memory."""
_NOTHING = 1e-12
"""What rounding leaves of nothing, as a share of the values compared."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Causes:
    """What changes move, by the line that they move; a line that has no value on the way, in any order, is left out."""

    method: Method
    moved: Mapping[str, Sequence[Cause]]
    """The largest first; what moves nothing is left out."""
    orders: Mapping[str, float] = field(default_factory=dict)
    """The share of orders over which causes are averaged, of each line."""


def causes_of(common: Aligned, outputs: Sequence[str], *, frozen: bool, seed: int) -> Causes:
    """What each change between two deals moves of single lines that both have.

    Every movable input is a change of its own. Where the two contracts differ, what was agreed is one; where the models
    differ, everything that cannot be changed alone is one, the structure. Variants are columns of as few runs as
    memory allows.
    """
    keys = [*common.movable, *_others(common, frozen=frozen)]
    method = attribution(len(keys), seed) if keys else None
    drawn = None if method is None or method.orders is None else len(method.orders)
    told = Method(len(keys), len(method.variants) if method else 0, drawn, None if drawn is None else seed)
    if method is None:
        return Causes(told, {})
    values = _values(common, keys, outputs, method, frozen=frozen)
    paths = [common.movable.get(key, key) for key in keys]
    moved = {name: _ranked(paths, method, found) for name, found in values.items()}
    orders = {name: method.share(found) for name, found in values.items()}
    return Causes(told, {name: found for name, found in moved.items() if found is not None}, orders)


def _others(common: Aligned, *, frozen: bool) -> Iterator[str]:
    """The changes that are no figure."""
    if not common.alike:
        yield STRUCTURE
    elif frozen and common.before.contract != common.after.contract:
        yield CONTRACT


def _values(
    common: Aligned, keys: Sequence[str], outputs: Sequence[str], method: Attribution, *, frozen: bool
) -> dict[str, dict[int, float]]:
    """Of each line its value in every variant, not a number where there is none."""
    structure = 1 << keys.index(STRUCTURE) if STRUCTURE in keys else 0
    found: dict[str, dict[int, float]] = {name: {} for name in outputs}
    for side, made in ((common.before, False), (common.after, True)):
        variants = [variant for variant in method.variants if bool(variant & structure) is made]
        if not variants:
            continue
        engine = NumpyEngine(side.graph, side.periods, outputs=outputs)
        run = _Run(common, keys, side, engine, frozen)
        for together in _portions(variants):
            for part, batch in in_halves(together, run):
                for column, variant in enumerate(part):
                    for name in outputs:
                        found[name][variant] = np.nan if isinstance(batch, str) else batch.value(name, column)
    return found


def _portions(variants: Sequence[Item]) -> Iterator[Sequence[Item]]:
    yield from (variants[start : start + _TOGETHER] for start in range(0, len(variants), _TOGETHER))


@dataclass(frozen=True, slots=True)
class _Run:
    """Variants of one of the two models, as columns of one run."""

    common: Aligned
    keys: Sequence[str]
    side: Side
    engine: NumpyEngine
    frozen: bool

    def __call__(self, variants: Sequence[int]) -> Batch:
        made = {key: np.array([bool(v >> place & 1) for v in variants]) for place, key in enumerate(self.keys)}
        before, after = self.common.before, self.common.after
        inputs: dict[str, ArrayLike] = dict(self.side.inputs.values)
        for name in self.common.movable:
            inputs[name] = _mixed(before.inputs[name].value, after.inputs[name].value, made[name])
        return self.engine.run(inputs, frozen=self._held(made), scenarios=len(variants))

    def _held(self, made: Mapping[str, NDArray[np.bool_]]) -> Mapping[str, ArrayLike] | None:
        if not self.frozen:
            return None
        if CONTRACT not in made:
            return dict(self.side.contract)
        first, second = self.common.before.contract, self.common.after.contract
        return {name: _mixed(value, second.get(name, value), made[CONTRACT]) for name, value in first.items()}


def _mixed(before: ArrayLike, after: ArrayLike, made: NDArray[np.bool_]) -> Array:
    """A value by variant, (variant,) or (position, variant): the second where the change is made."""
    first, second = np.asarray(before, float), np.asarray(after, float)
    return np.where(made, second[..., np.newaxis], first[..., np.newaxis])


def _ranked(paths: Sequence[str], method: Attribution, values: Values) -> Sequence[Cause] | None:
    """The causes in order of size; ``None`` where in every order some variant has no value."""
    effects, errors = method.effects(values), method.errors(values)
    if np.isnan(effects).any():
        return None
    scale = max(abs(value) for value in values.values() if not np.isnan(value))
    found = [
        Cause(path, float(effect), None if errors is None else float(errors[place]))
        for place, (path, effect) in enumerate(zip(paths, effects, strict=True))
        if abs(effect) > _NOTHING * scale
    ]
    return tuple(sorted(found, key=lambda cause: -abs(cause.effect)))
