"""Steps of a move: the levels at which it is looked at, from its low end to its high end and through the case."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from finmodel.sensitivities import Move

__all__ = ["at_base", "levels_of", "position"]

_SAME = 1e-9


def levels_of(move: Move, steps: int) -> tuple[float, ...]:
    """So many levels, both ends among them, spread evenly on either side of the level of the case.

    The case's own level is one of them where it lies between the ends, in the middle or, where the ends are not alike,
    with the steps shared out in proportion. Whole figures take whole levels, so there may be fewer.
    """
    low, high, base = move.low, move.high, move.base
    if base is None or not low < base < high:
        found = np.linspace(low, high, steps)
    else:
        below = min(max(round((steps - 1) * (base - low) / (high - low)), 1), max(steps - 2, 1))
        above = max(steps - 1 - below, 1)
        found = np.concatenate((np.linspace(low, base, below + 1), np.linspace(base, high, above + 1)[1:]))
    return tuple(dict.fromkeys(map(float, np.round(found) if move.whole else found)))


def position(move: Move, level: float) -> float:
    """Where a level stands: −1 at the low end, 0 in the case, 1 at the high end, in proportion between them."""
    base = (move.low + move.high) / 2 if move.base is None else move.base
    end = move.high if level > base else move.low
    if abs(level - base) <= _SAME * max(abs(base), abs(end)) or end == base:
        return 0.0
    return (level - base) / abs(end - base)


def at_base(move: Move, levels: Sequence[float]) -> int | None:
    """Which level is that of the case, if one is."""
    if move.base is None:
        return None
    reach = _SAME * max(abs(move.low), abs(move.high), abs(move.base))
    return next((place for place, level in enumerate(levels) if abs(level - move.base) <= reach), None)
