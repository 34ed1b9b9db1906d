"""Break-even: the levels of a move at which a result passes what is asked, looked for in batches of columns.

A first look spreads levels over the bounds of the search; wherever the answer turns between two of them, closer looks
follow, evenly spread and ever denser around where a straight line would meet what is asked (a bisection by eight that
a smooth result ends in three or four rounds). All questions share every run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.sensitivity.runs import Found, MovedDeal, alone
from finmodel.sensitivities import BreakEven, Crossing, Measured, Move

__all__ = ["Question", "answers", "first_levels"]

Array = NDArray[np.float64]

_FIRST = 97
"""Levels of a first look."""
_MOST_WHOLE = 601
"""Whole levels up to this number are all looked at."""
_EVEN = 9
_AROUND = tuple(10.0 ** (-step / 2) for step in range(2, 20))
"""How far on either side of where the answer should be a closer look has levels, as shares of its width."""
_NARROW = 1e-12
"""A gap this small, as a share of the bounds, is the answer."""
_EQUAL = 1e-12
"""A result this near to what is asked, as a share of it, equals it."""
_MET = 1e-7
"""What a result that passes smoothly leaves at most at the level found; more is a jump."""
_SAME = 1e-9
"""Crossings this near to each other, as a share of the bounds, are one."""
_ROUNDS = 40
_COUNTED = {"lock_up", "default"}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: a result, what it is held against and how, and the move whose ends bound the search."""

    measured: Measured
    relation: str
    target: float
    move: Move

    def spare(self, values: Array) -> Array:
        """How far results are beyond what is asked: above 0 where the answer is yes (of ``equals``: above it)."""
        if self.relation in _COUNTED:
            return values - 0.5
        return self.target - values if self.relation == "below" else values - self.target

    @property
    def slack(self) -> float:
        """What is equal to nothing in the unit of the result."""
        return 0.0 if self.relation in _COUNTED else _EQUAL * max(1.0, abs(self.target))


@dataclass(frozen=True, slots=True)
class _Point:
    level: float
    value: float
    spare: float


@dataclass(frozen=True, slots=True)
class _Gap:
    """Two levels that follow each other and between which the answer turns."""

    question: Question
    left: _Point
    right: _Point

    @property
    def open(self) -> bool:
        """Whether a closer look can tell more."""
        width = self.right.level - self.left.level
        if self.question.move.whole:
            return width > 1
        bounds = self.question.move.high - self.question.move.low
        sharp = self.question.relation == "equals" and min(abs(self.left.spare), abs(self.right.spare)) <= (
            self.question.slack
        )
        return width > _NARROW * bounds and not sharp

    def levels(self) -> list[float]:
        """The levels of a closer look, between the two."""
        width = self.right.level - self.left.level
        if self.question.move.whole:
            return _whole(self.left.level + 1, self.right.level - 1)
        expected = self.left.spare / (self.left.spare - self.right.spare)
        shares = {*np.linspace(0, 1, _EVEN), expected, *(expected + side * x for x in _AROUND for side in (-1, 1))}
        return sorted({self.left.level + width * float(share) for share in shares if 0 < share < 1})


def first_levels(moves: Sequence[Move], question: Question) -> Array:
    """The levels of the first look of a question."""
    return alone(moves, question.move, _first(question.move))


def _first(move: Move) -> list[float]:
    levels = {*(_whole(move.low, move.high) if move.whole else map(float, np.linspace(move.low, move.high, _FIRST)))}
    if move.base is not None and move.low <= move.base <= move.high:
        levels.add(move.base)
    return sorted(levels)


def _whole(low: float, high: float) -> list[float]:
    """All whole levels between two, both included, or of very many some."""
    if high - low < _MOST_WHOLE:
        return [float(level) for level in range(int(low), int(high) + 1)]
    return sorted({float(round(level)) for level in np.linspace(low, high, _FIRST)})


def answers(deal: MovedDeal, questions: Sequence[Question], looks: Sequence[Found]) -> list[BreakEven]:
    """The answer to every question, from the columns of its ``first_levels``; closer looks are run together."""
    points = [_points(question, _first(question.move), look) for question, look in zip(questions, looks, strict=True)]
    gaps = [gap for question, found in zip(questions, points, strict=True) for gap in _gaps(question, found)]
    closed = _closed(deal, gaps)
    return [
        _answer(deal, question, found, look, [gap for gap in closed if gap.question is question])
        for question, found, look in zip(questions, points, looks, strict=True)
    ]


def _points(question: Question, levels: Sequence[float], found: Found) -> list[_Point]:
    values = found.values[question.measured.line]
    spare = question.spare(values)
    spare = np.where(np.abs(spare) <= question.slack, 0.0, spare)
    return [_Point(*map(float, each)) for each in zip(levels, values, spare, strict=True)]


def _gaps(question: Question, points: Sequence[_Point]) -> list[_Gap]:
    """Neighbours between which the answer turns; a level without a value has no neighbours."""
    return [
        _Gap(question, left, right) for left, right in pairwise(points) if _turns(question, left.spare, right.spare)
    ]


def _turns(question: Question, left: float, right: float) -> bool:
    if np.isnan(left) or np.isnan(right):
        return False
    if question.relation == "equals":
        return left * right < 0
    return (left > 0) != (right > 0)


def _closed(deal: MovedDeal, gaps: list[_Gap]) -> list[_Gap]:
    """The gaps, made so narrow that each is one level, in rounds that look into all of them at once."""
    for _ in range(_ROUNDS):
        waiting = [gap for gap in gaps if gap.open]
        levels = [gap.levels() for gap in waiting]
        if not any(levels):
            break
        columns = [alone(deal.moves, gap.question.move, inside) for gap, inside in zip(waiting, levels, strict=True)]
        found, start = deal.run(np.concatenate(columns, axis=1)), 0
        gaps = [gap for gap in gaps if not gap.open]
        for gap, inside in zip(waiting, levels, strict=True):
            gaps += _narrower(gap, inside, found.part(start, start + len(inside)))
            start += len(inside)
    return gaps


def _narrower(gap: _Gap, levels: Sequence[float], found: Found) -> list[_Gap]:
    """Every gap inside a gap; levels without a value are passed over."""
    inside = [point for point in _points(gap.question, levels, found) if not np.isnan(point.spare)]
    points = [gap.left, *inside, gap.right]
    exact = [_Gap(gap.question, point, point) for point in _touching(points)]
    return [*(exact if gap.question.relation == "equals" else ()), *_gaps(gap.question, points)]


def _answer(
    deal: MovedDeal, question: Question, points: Sequence[_Point], look: Found, gaps: Sequence[_Gap]
) -> BreakEven:
    measured, move = question.measured, question.move
    crossings = [_crossing(deal, gap) for gap in gaps]
    if question.relation == "equals":
        crossings += [_exact(deal, question, point) for point in _touching(points)]
    near = move.base if move.base is not None else move.low
    crossings = _apart(sorted(crossings, key=lambda each: (abs(each.level - near), each.level)), move)
    known = [point.value for point in points if not np.isnan(point.value)]
    blank = [column for column, point in enumerate(points) if np.isnan(point.value)]
    return BreakEven(
        kpi=measured.name,
        relation=question.relation,
        target=question.target,
        move=move,
        answer="already" if _already(question) else "found" if crossings else "never",
        crossings=crossings,
        base=measured.base,
        lowest=min(known, default=None),
        highest=max(known, default=None),
        looked_at=len(points),
        blanks=len(blank),
        reason=deal.reason(look, measured.line, blank[0]) if blank else "",
    )


def _apart(crossings: Sequence[Crossing], move: Move) -> list[Crossing]:
    """Crossings that are not the same but for rounding."""
    kept: list[Crossing] = []
    for crossing in crossings:
        if all(abs(crossing.level - other.level) > _SAME * (move.high - move.low) for other in kept):
            kept.append(crossing)
    return kept


def _already(question: Question) -> bool:
    if question.measured.base is None:
        return False
    spare = float(question.spare(np.asarray(question.measured.base)))
    return abs(spare) <= question.slack if question.relation == "equals" else spare > question.slack


def _touching(points: Sequence[_Point]) -> list[_Point]:
    """The levels of a first look at which a result is just what is asked; of several in a row the first."""
    return [
        point for place, point in enumerate(points) if point.spare == 0 and not (place and points[place - 1].spare == 0)
    ]


def _exact(deal: MovedDeal, question: Question, point: _Point) -> Crossing:
    return Crossing(point.level, deal.figures(question.move, point.level), point.value, "here")


def _crossing(deal: MovedDeal, gap: _Gap) -> Crossing:
    question, move = gap.question, gap.question.move
    if question.relation != "equals":
        yes, no = (gap.right, gap.left) if gap.right.spare > 0 else (gap.left, gap.right)
        holds = "above" if yes is gap.right else "below"
        stated = move.whole or abs(yes.value - no.value) > _MET * max(1.0, abs(question.target))
        before, value = (no.level, no.value) if stated else (None, None)
        jumps = stated and question.relation not in _COUNTED and not move.whole
        return Crossing(yes.level, deal.figures(move, yes.level), yes.value, holds, before, value, jumps)
    nearer, farther = sorted((gap.left, gap.right), key=lambda point: abs(point.spare))
    if abs(nearer.spare) <= _MET * max(1.0, abs(question.target)) and not move.whole:
        return _exact(deal, question, nearer)
    base = move.base if move.base is not None else move.low
    nearer, farther = sorted((gap.left, gap.right), key=lambda point: abs(point.level - base))
    figures = deal.figures(move, farther.level)
    return Crossing(farther.level, figures, farther.value, "here", nearer.level, nearer.value, jumps=True)
