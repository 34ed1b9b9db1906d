"""The search for the values that solved lines give back unchanged, in many scenarios at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from finmodel.errors import NotConvergedError

__all__ = ["FixedPoint"]

Array = NDArray[np.float64]
Values = list[Array]

_MEMORY = 2
_TURNING, _FARTHEST = -0.45, 5.0
_SAME_DIRECTION = 1e-6


class FixedPoint:
    """Tells from what a pass tried and what it found what to try next, until every scenario stays where it is.

    From the second pass on a scenario goes farther than the pass found, by what the last passes foretell (Anderson's
    method with a memory of two), so that a loop that leaves a tenth of the gap each time takes a handful of passes
    instead of a dozen. Changes that do not shrink are not foretold: an equation that runs away stays unsolved. A
    scenario that is done is not moved again, and none depends on another. Without ``foresight`` each pass starts
    plainly from what the pass before found.
    """

    def __init__(
        self, lines: Sequence[str], width: int, *, tolerance: float, most_passes: int, foresight: bool = True
    ) -> None:
        self.lines = lines
        self.foresight = foresight
        self.tolerance = tolerance
        self.most_passes = most_passes
        self.passes = 0
        self.following: Values = []
        """What to try next."""
        self._done = np.zeros(width, dtype=bool)
        self._past: list[tuple[Values, Values]] = []
        """What the last passes found, and how far that was from what they tried; the latest first."""

    def settled(self, tried: Values, found: Values) -> bool:
        """Whether every scenario has settled. Raises ``NotConvergedError`` after the last pass if one has not."""
        self.passes += 1
        moves = _difference(found, tried)
        sizes = [1.0 + np.abs(old) for old in tried]
        # What is infinite or not a number is not below anything, and so never settles.
        still = [np.abs(move) < self.tolerance * size for move, size in zip(moves, sizes, strict=True)]
        self._done |= np.logical_and.reduce(still)
        if self._done.all():
            return True
        if self.passes == self.most_passes:
            raise self._error()
        self._past = [(found, moves), *self._past[:_MEMORY]]
        ahead = self._ahead(sizes) if self.foresight else found
        self.following = [np.where(self._done, old, new) for old, new in zip(tried, ahead, strict=True)]
        return False

    def _ahead(self, sizes: Values) -> Values:
        """What was found, and on along the last changes so far that the next move should be smallest.

        A loop that leaves the share r of a gap asks for r ÷ (1 − r) of the last change: below −½ or so it swings to
        and fro or runs away.
        """
        ahead, moves = self._past[0]
        left = [move / size for move, size in zip(moves, sizes, strict=True)]
        followed: list[tuple[Values, Values]] = []
        for (later, after), (sooner, before) in zip(self._past, self._past[1:], strict=False):
            change, way = _difference(after, before), _difference(later, sooner)
            change = [one / size for one, size in zip(change, sizes, strict=True)]
            whole = _product(change, change)
            for other, path in followed:
                share = _share(other, change)
                change, way = _less(change, share, other), _less(way, share, path)
            share = _share(change, left)
            sensible = (share < -_TURNING) & (_product(change, change) > _SAME_DIRECTION * whole)
            share = np.where(sensible, np.maximum(share, -_FARTHEST), 0.0)
            left, ahead = _less(left, share, change), _less(ahead, share, way)
            followed.append((change, way))
        return ahead

    def _error(self) -> NotConvergedError:
        lines, depends = ("line", "it depends") if len(self.lines) == 1 else ("lines", "they depend")
        moving, all_of_them = self._done.size - np.count_nonzero(self._done), self._done.size
        scenarios = f" in {moving:,} of {all_of_them:,} scenarios" if all_of_them > 1 else ""
        return NotConvergedError(
            f"Solved {lines} {', '.join(self.lines)} did not settle in {self.passes} passes{scenarios}. "
            f"Check the inputs {depends} on, or state the amount instead of solving for it."
        )


def _difference(left: Values, right: Values) -> Values:
    return [one - other for one, other in zip(left, right, strict=True)]


def _product(left: Values, right: Values) -> Array:
    added = left[0] * right[0]
    for one, other in zip(left[1:], right[1:], strict=True):
        added = added + one * other
    return added


def _share(of: Values, inside: Values) -> Array:
    """How much of one change there is in another."""
    square = _product(of, of)
    return np.where(square > 0.0, _product(inside, of) / np.where(square > 0.0, square, 1.0), 0.0)


def _less(values: Values, share: Array, of: Values) -> Values:
    return [np.where(share == 0.0, value, value - share * one) for value, one in zip(values, of, strict=True)]
