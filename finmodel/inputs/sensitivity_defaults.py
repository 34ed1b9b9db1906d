"""Moves and results for a case that states none: all that it consists of by a tenth, rates by a point, a delay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from finmodel.inputs.document import dotted
from finmodel.inputs.names import Named
from finmodel.inputs.sensitivity import ill_timed
from finmodel.inputs.sensitivity_moves import Move, found_figures, made, movable_figures, outside
from finmodel.inputs.text import Text

__all__ = ["BASE_RATES", "DELAY", "INFLATION", "RESULTS", "default_moves", "nearest_end"]

RESULTS = ("equity_irr", "project_irr", "dscr_minimum", "llcr_minimum")
"""The results looked at where a case names none, as far as it has them."""

INFLATION, BASE_RATES, DELAY = "inflation", "base_rates", "delay"
_TENTH, _POINT, _LONGEST_DELAY = 0.1, 0.01, 12
_COSTS = ("capex", "opex", "lifecycle")
_REVENUE = frozenset(
    {
        "amount", "tariff", "price", "rent", "rent_per_unit", "price_per_thousand", "price_per_call", "licence_price",
        "rate", "reward", "service_fee", "session_fee", "margin", "volume", "space", "impressions", "calls", "licences",
        "new_subscribers", "opening_subscribers", "achievement", "yield_hours", "energy", "quantity", "utilisation",
        "area_at_completion", "area", "sold", "fill",
    }
)  # fmt: skip
"""Amounts, prices and volumes of revenue streams, by the last step of their paths."""


def default_moves(case: Any) -> list[Move]:
    """Cost overruns, prices and volumes, exchange rates ±10 %; inflation and base rates ±1 point; delay up to a year.

    Inflation moves all price indices together, base rates all facilities. An end that would leave a bound stops there;
    what is nothing is left out where nothing can be taken from it.
    """
    found = [
        *_each(case, [f"{heading}.*.overrun" for heading in _COSTS], "add"),
        *_revenue(case),
        *_together(case, INFLATION, "Inflation", "indices.*.rate"),
        *_together(case, BASE_RATES, "Base rates", "facilities.*.base_rate"),
        *_each(case, ["currencies.*.shock"], "add"),
        *_delay(case),
    ]
    return [move for move in found if move.low < move.high]


def _each(case: Any, patterns: Sequence[str], way: str) -> Iterator[Move]:
    for pattern in patterns:
        for named in found_figures(case, pattern):
            yield _single(named, way)


def _revenue(case: Any) -> Iterator[Move]:
    for named in movable_figures(case).values():
        if named.group == "revenue" and named.path[-1] in _REVENUE and any(named.figure.numbers):
            yield _single(named, "times")


def _single(named: Named, way: str) -> Move:
    base = 1.0 if way == "times" else 0.0
    ends = (nearest_end([named], way, base - _TENTH, base), nearest_end([named], way, base + _TENTH, base))
    return made(dotted(named.path), Text(named.spec.label), [named], way, ends, derived=True)


def _together(case: Any, name: str, label: str, pattern: str) -> Iterator[Move]:
    figures = found_figures(case, pattern)
    if figures:
        ends = (nearest_end(figures, "add", -_POINT, 0.0), nearest_end(figures, "add", _POINT, 0.0))
        yield made(name, Text(label), figures, "add", ends, derived=True)


def _delay(case: Any) -> Iterator[Move]:
    figures = found_figures(case, "timing.delay_months")
    months = (float(months) for months in range(_LONGEST_DELAY, 0, -1))
    longest = next((end for end in months if not [*ill_timed(case, "add", figures, end)]), 0.0)
    yield made(DELAY, Text("Delay of completion"), figures, "add", (0.0, longest), derived=True)


def nearest_end(figures: Sequence[Named], way: str, wanted: float, base: float) -> float:
    """The level wanted, or the farthest one on the way to it at which no figure has left its bounds."""
    level = wanted
    for named in figures:
        limit = outside(named, way, level)
        if limit is not None:
            level = _at_limit(named, way, level, limit)
    beyond = level < base if wanted > base else level > base
    return base if beyond else level


def _at_limit(named: Named, way: str, level: float, limit: float) -> float:
    """The level between which and the base the figure stays on its side of a limit."""
    if way == "to":
        return limit
    numbers = named.figure.numbers
    if way == "add":
        gaps = [limit - number for number in numbers]
        return min(gaps) if level > 0 else max(gaps)
    factors = [limit / number for number in numbers if number]
    return (
        min((f for f in factors if f >= 1), default=1.0)
        if level > 1
        else max((f for f in factors if f <= 1), default=1.0)
    )
