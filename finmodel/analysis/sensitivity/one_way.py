"""One move at a time: bars between two ends (tornado), and curves over several levels (spider)."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.sensitivity.runs import Found, MovedDeal, alone
from finmodel.analysis.sensitivity.steps import levels_of, position
from finmodel.results import Value
from finmodel.sensitivities import Bar, Curve, Measured, Move, Spider, Tornado

__all__ = ["end_levels", "spider", "step_levels", "tornado"]

Array = NDArray[np.float64]


def end_levels(deal: MovedDeal, moves: Sequence[Move]) -> Array:
    """The levels of a tornado: for each move two columns, at its low end and at its high end."""
    return np.concatenate([alone(deal.moves, move, move.ends) for move in moves], axis=1)


def tornado(deal: MovedDeal, moves: Sequence[Move], found: Found, measured: Measured) -> Tornado:
    """The bars of one result, from columns run at ``end_levels``: no value at an end first, then the widest swing."""
    bars = [_bar(deal, found, measured, move, 2 * place) for place, move in enumerate(moves)]
    return Tornado(measured.name, sorted(bars, key=lambda bar: -math.inf if bar.swing is None else -bar.swing))


def _bar(deal: MovedDeal, found: Found, measured: Measured, move: Move, column: int) -> Bar:
    low, high = (found.value(measured.line, place) for place in (column, column + 1))
    reasons = {
        end: deal.reason(found, measured.line, place)
        for end, place, value in (("low", column, low), ("high", column + 1, high))
        if value is None
    }
    return Bar(move.name, low, high, *_changes(measured.base, low, high), _swing(measured.base, low, high), reasons)


def _changes(base: Value, low: Value, high: Value) -> tuple[Value, Value]:
    below, above = (None if base is None or end is None else end - base for end in (low, high))
    return below, above


def _swing(base: Value, low: Value, high: Value) -> Value:
    """The widest distance among the three; none where an end has no value."""
    if low is None or high is None:
        return None
    known = [low, high, *([base] if base is not None else [])]
    return max(known) - min(known)


def step_levels(deal: MovedDeal, moves: Sequence[Move], steps: int) -> Array:
    """The levels of a spider: for each move as many columns as it has steps."""
    return np.concatenate([alone(deal.moves, move, levels_of(move, steps)) for move in moves], axis=1)


def spider(deal: MovedDeal, moves: Sequence[Move], found: Found, measured: Measured, steps: int) -> Spider:
    """The curves of one result, from columns run at ``step_levels`` of the same steps."""
    curves, column = [], 0
    for move in moves:
        levels = levels_of(move, steps)
        places = range(column, column + len(levels))
        values = [found.value(measured.line, place) for place in places]
        reasons = {
            str(place - column): deal.reason(found, measured.line, place)
            for place, value in zip(places, values, strict=True)
            if value is None
        }
        curves.append(Curve(move.name, levels, tuple(position(move, each) for each in levels), tuple(values), reasons))
        column += len(levels)
    return Spider(measured.name, curves)
