"""Levers: the figures of a case that an analysis moves, each by its path, one value a scenario or one for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

import numpy as np
from numpy.typing import ArrayLike, NDArray

from finmodel.errors import UsageError
from finmodel.inputs.table import InputEntry, InputTable
from finmodel.inputs.trouble import nearest
from finmodel.units import Unit

__all__ = ["Lever", "lever", "levers_like"]

Array = NDArray[np.float64]

_FIXED = {Unit.FLAG}
"""Units of figures that say how a deal is built rather than how much of something there is."""


@dataclass(frozen=True, slots=True)
class Lever:
    """One figure of a case as an analysis sees it: the input that it is, and what it may be."""

    entry: InputEntry

    @property
    def path(self) -> str:
        """Where the figure stands in the case, e.g. ``capex.luminaires.unit_cost``."""
        return self.entry.path

    @property
    def name(self) -> str:
        """The input of the model."""
        return self.entry.variable.name

    @property
    def unit(self) -> Unit:
        """What the figure is measured in."""
        return self.entry.variable.unit

    @property
    def base(self) -> Array:
        """The figure as the case has it: (1,), or (position, 1) where it has a value by period or by year."""
        value = np.asarray(self.entry.value, float)
        return value[:, np.newaxis] if value.ndim else value[np.newaxis]

    def times(self, factor: ArrayLike) -> Array:
        """The figure times a factor, by scenario (or by position and scenario), held within its bounds."""
        return self.held(self.base * np.asarray(factor, float))

    def plus(self, amount: ArrayLike) -> Array:
        """The figure and an amount in its own unit, by scenario, held within its bounds."""
        return self.held(self.base + np.asarray(amount, float))

    def at(self, value: ArrayLike) -> Array:
        """The figure at a value by scenario, the same at all positions, held within its bounds."""
        return self.held(self.base * 0.0 + np.asarray(value, float))

    def held(self, values: Array) -> Array:
        """Values within the bounds of the figure."""
        low, high = self.entry.minimum, self.entry.maximum
        return values if low is None and high is None else np.clip(values, low, high)

    def beyond(self, values: Array) -> int:
        """How many of some values lie outside the bounds of the figure."""
        low, high = self.entry.minimum, self.entry.maximum
        below = 0 if low is None else int(np.count_nonzero(values < low))
        return below + (0 if high is None else int(np.count_nonzero(values > high)))


def lever(inputs: InputTable, path: str) -> Lever:
    """The figure at a path (or of the name of an input); ``UsageError`` with the nearest one if none can be moved."""
    movable = _movable(inputs)
    if path in movable:
        return movable[path]
    by_name = {found.name: found for found in movable.values()}
    if path in by_name:
        return by_name[path]
    near = nearest(path, (*movable, *by_name))
    hint = f"did you mean {near}?" if near else "the inputs sheet of the workbook lists every figure with its path"
    raise UsageError(f"{path} is no figure of the case that can be moved: {hint}")


def levers_like(inputs: InputTable, pattern: str) -> tuple[Lever, ...]:
    """The figures at a path; with ``*`` for any name, such as ``capex.*.unit_cost``, all that fit, moved together."""
    if "*" not in pattern:
        return (lever(inputs, pattern),)
    steps = pattern.split(".")
    found = tuple(each for path, each in _movable(inputs).items() if _fits(path.split("."), steps))
    if not found:
        raise UsageError(f"{pattern} fits no figure of the case; the inputs sheet of the workbook lists their paths")
    return found


def _fits(path: Iterable[str], pattern: Iterable[str]) -> bool:
    path, pattern = list(path), list(pattern)
    return len(path) == len(pattern) and all(map(fnmatchcase, path, pattern))


def _movable(inputs: InputTable) -> Mapping[str, Lever]:
    """By path, the figures that are amounts: no choices, no switches, nothing that follows from the grid."""
    return {
        entry.path: Lever(entry)
        for entry in inputs
        if entry.path and not entry.choices and entry.variable.unit not in _FIXED
    }
