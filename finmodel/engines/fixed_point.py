"""The search for the values that solved lines give back unchanged, in many scenarios at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from finmodel.errors import NotConvergedError

__all__ = ["FixedPoint"]

Array = NDArray[np.float64]

_TURNING, _FARTHEST = -0.45, 5.0


class FixedPoint:
    """Tells from what a pass tried and what it found what to try next, until every scenario stays where it is.

    From the second pass on a scenario goes farther than the pass found, by what the last two passes foretell
    (Anderson's method with a memory of one), so that a loop that leaves a tenth of the gap each time takes a handful
    of passes instead of a dozen. Changes that do not shrink are not foretold: an equation that runs away stays
    unsolved. A scenario that is done is not moved again, and none depends on another. Without ``foresight`` each pass
    starts plainly from what the pass before found.
    """

    def __init__(
        self, lines: Sequence[str], width: int, *, tolerance: float, most_passes: int, foresight: bool = True
    ) -> None:
        self.lines = lines
        self.foresight = foresight
        self.tolerance = tolerance
        self.most_passes = most_passes
        self.passes = 0
        self.following: list[Array] = []
        """What to try next."""
        self._done = np.zeros(width, dtype=bool)
        self._found: list[Array] = []
        self._moves: list[Array] = []

    def settled(self, tried: Sequence[Array], found: Sequence[Array]) -> bool:
        """Whether every scenario has settled. Raises ``NotConvergedError`` after the last pass if one has not."""
        self.passes += 1
        moves = [new - old for old, new in zip(tried, found, strict=True)]
        sizes = [1.0 + np.abs(old) for old in tried]
        # What is infinite or not a number is not below anything, and so never settles.
        still = [np.abs(move) < self.tolerance * size for move, size in zip(moves, sizes, strict=True)]
        self._done |= np.logical_and.reduce(still)
        if self._done.all():
            return True
        if self.passes == self.most_passes:
            raise self._error()
        ahead = self._ahead(found, moves, sizes) if self._found and self.foresight else found
        self.following = [np.where(self._done, old, new) for old, new in zip(tried, ahead, strict=True)]
        self._found, self._moves = list(found), moves
        return False

    def _ahead(self, found: Sequence[Array], moves: Sequence[Array], sizes: Sequence[Array]) -> list[Array]:
        """What was found, and on by the share of the last change that should make the next move smallest.

        A loop that closes the share r of a gap gives r ÷ (1 − r): below −½ or so it swings to and fro or runs away.
        """
        along, square = np.zeros(1), np.zeros(1)
        for move, before, size in zip(moves, self._moves, sizes, strict=True):
            change = (move - before) / size
            along = along - move / size * change
            square = square + change * change
        share = along / np.where(square > 0.0, square, 1.0)
        foretold = share > _TURNING
        share = np.minimum(share, _FARTHEST)
        pairs = zip(self._found, found, strict=True)
        return [np.where(foretold, new + share * (new - old), new) for old, new in pairs]

    def _error(self) -> NotConvergedError:
        lines, depends = ("line", "it depends") if len(self.lines) == 1 else ("lines", "they depend")
        moving, all_of_them = self._done.size - np.count_nonzero(self._done), self._done.size
        scenarios = f" in {moving:,} of {all_of_them:,} scenarios" if all_of_them > 1 else ""
        return NotConvergedError(
            f"Solved {lines} {', '.join(self.lines)} did not settle in {self.passes} passes{scenarios}. "
            f"Check the inputs {depends} on, or state the amount instead of solving for it."
        )
