"""Where a break-even is searched: the move that is asked about, with the bounds of the search for its ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from finmodel.inputs.names import Named
from finmodel.inputs.sensitivity import BreakEvenTerms, ill_timed, search_way
from finmodel.inputs.sensitivity_defaults import nearest_end
from finmodel.inputs.sensitivity_moves import Move, base_level, found_figures, made, movable_figures, read_ends
from finmodel.inputs.text import Text

__all__ = ["searched"]

_FACTOR = 3.0
"""A factor is searched from nothing to this."""
_POINTS = 0.5
"""A percentage is searched this far on either side."""
_LENGTHEN = ("timing", "working_capital")
"""Headings whose figures can make a deal longer than its grid."""
_WIDE = 2.0
"""An amount is searched this many times its size on either side."""


def searched(case: Any, terms: BreakEvenTerms, known: Mapping[str, Move]) -> Move:
    """The move that a question is about, its ends the bounds of the search: those stated, else wide ones.

    Without stated bounds factors are searched from 0 to 3, percentages 50 points and amounts twice their size on either
    side, months as far as they go; all no farther than the bounds of the figures and the periods of the case allow.
    """
    move, figures = _asked(case, terms, known)
    if terms.between is not None:
        ends, _ = read_ends(terms.between, move.way, figures)
        return replace(move, low=ends[0], high=ends[1])
    low, high = _wide(move, figures)
    if move.whole or any(named.group in _LENGTHEN for named in figures):
        low, high = (_fitting(case, move, figures, end) for end in (low, high))
    return replace(move, low=low, high=high)


def _asked(case: Any, terms: BreakEvenTerms, known: Mapping[str, Move]) -> tuple[Move, list[Named]]:
    if terms.move is not None:
        figures = movable_figures(case)
        return known[terms.move], [figures[path] for path in known[terms.move].figures]
    found = found_figures(case, str(terms.figure))
    move = made(str(terms.figure), Text(found[0].spec.label), found, search_way(found), (0.0, 0.0), derived=True)
    return (move if len(found) == 1 else replace(move, label=Text(move.name), derived=False)), found


def _wide(move: Move, figures: Sequence[Named]) -> tuple[float, float]:
    numbers = [number for named in figures for number in named.figure.numbers]
    base = base_level(move.way, figures)
    base = sum(numbers) / len(numbers) if base is None else base
    if move.way == "times":
        wanted = (0.0, _FACTOR)
    elif move.unit.format.percent:
        wanted = (base - _POINTS, base + _POINTS)
    else:
        reach = _WIDE * max(map(abs, numbers)) or 1.0
        wanted = (base - reach, base + reach)
    if move.whole:
        lowest = max((named.spec.bounds[0] or 0.0 for named in figures), default=0.0)
        highest = min((named.spec.bounds[1] or max(numbers) + 240.0 for named in figures), default=240.0)
        wanted = (lowest, highest) if move.way == "to" else (lowest - min(numbers), highest - max(numbers))
    low, high = (nearest_end(figures, move.way, end, base) for end in wanted)
    return min(low, move.low) if move.low < move.high else low, max(high, move.high) if move.low < move.high else high


def _fitting(case: Any, move: Move, figures: list[Named], end: float) -> float:
    """The farthest whole level on the way from the case to an end at which the case still fits together."""
    base = move.base if move.base is not None else 0.0
    fits, fails = base, end
    if not [*ill_timed(case, move.way, figures, end)]:
        return end
    while abs(fails - fits) > 1:
        middle = float(round((fits + fails) / 2))
        if [*ill_timed(case, move.way, figures, middle)]:
            fails = middle
        else:
            fits = middle
    return fits
