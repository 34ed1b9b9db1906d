"""Variance of results shared out among moves: each uniform between its ends, all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.sensitivity.runs import MovedDeal, unmoved
from finmodel.analysis.sensitivity.sobol_indices import (
    CONFIDENCE,
    RESAMPLES,
    estimated,
    saltelli_points,
    whole_points,
)
from finmodel.errors import UsageError
from finmodel.sensitivities import Index, Measured, Move, SobolIndices, SobolStudy

__all__ = ["Sampling", "shared_variance"]

Array = NDArray[np.float64]
Draw = Callable[[int, int, int], Array]

_AT_ONCE = 1 << 14
"""Columns that are in memory with all that tells why one is blank."""
_LEAST = 64
"""Points with a value in all their runs below which indices would tell nothing."""


@dataclass(frozen=True, slots=True)
class Sampling:
    """How many points are wanted, from which seed, and what draws them: (count, dimensions, seed) to points."""

    wanted: int
    seed: int
    draw: Draw

    @property
    def points(self) -> int:
        """The power of two that is not below what is wanted: at one, the points are balanced."""
        return 1 << max(self.wanted - 1, 1).bit_length()


def shared_variance(deal: MovedDeal, moves: Sequence[Move], kpis: Sequence[Measured], sampling: Sampling) -> SobolStudy:
    """The indices of every move for every result, from points × (moves + 2) columns.

    Raises ``UsageError`` where two moves move the same figure, for then they are not independent.
    """
    _independent(moves)
    points = sampling.points
    cube = saltelli_points(sampling.draw(points, 2 * len(moves), sampling.seed))
    levels = unmoved(deal.moves, cube.shape[1])
    for move, row in zip(moves, cube, strict=True):
        levels[deal.moves.index(move)] = _level(move, row)
    values = _values(deal, levels, [measured.line for measured in kpis])
    indices = [_indices(moves, values[measured.line], measured.name, points, sampling.seed) for measured in kpis]
    return SobolStudy(points, levels.shape[1], sampling.seed, CONFIDENCE, RESAMPLES, indices)


def _values(deal: MovedDeal, levels: Array, lines: Sequence[str]) -> dict[str, Array]:
    """The values of some lines; of so many columns nothing else is kept."""
    found: dict[str, list[Array]] = {line: [] for line in lines}
    for start in range(0, levels.shape[1], _AT_ONCE):
        part = deal.run(levels[:, start : start + _AT_ONCE])
        for line, parts in found.items():
            parts.append(np.array(part.values[line]))
    return {line: np.concatenate(parts) for line, parts in found.items()}


def _level(move: Move, shares: Array) -> Array:
    """Levels spread evenly between the ends of a move, whole ones where its figures are whole."""
    if move.whole:
        return np.minimum(move.low + np.floor(shares * (move.high - move.low + 1)), move.high)
    return move.low + shares * (move.high - move.low)


def _independent(moves: Sequence[Move]) -> None:
    taken: dict[str, Move] = {}
    for move in moves:
        for path in move.figures:
            if path in taken:
                raise UsageError(
                    f"Moves {taken[path].name} and {move.name} both move {path}, so they are not independent, "
                    "as Sobol's indices need it; leave one of them out."
                )
            taken[path] = move


def _indices(moves: Sequence[Move], values: Array, kpi: str, points: int, seed: int) -> SobolIndices:
    blanks = int(np.count_nonzero(np.isnan(values)))
    kept = whole_points(values, points)
    used = int(np.count_nonzero(kept))
    if used < _LEAST:
        why = f"Only {used} of {points} points have a value in all their runs; {_LEAST} are needed."
        return SobolIndices(kpi, (), None, None, used, blanks, why)
    chosen = values.reshape(-1, points)[:, kept].ravel()
    estimates = estimated(chosen, used, seed=seed)
    if estimates is None:
        mean = float(chosen.mean())
        return SobolIndices(kpi, (), mean, 0.0, used, blanks, "No move changes this result.")
    each = [
        Index(move.name, first.value, first.between, total.value, total.between)
        for move, first, total in zip(moves, estimates.first, estimates.total, strict=True)
    ]
    each.sort(key=lambda index: -index.total)
    return SobolIndices(kpi, tuple(each), estimates.mean, estimates.deviation, used, blanks)
