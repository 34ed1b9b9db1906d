"""Calendar years: which periods end in each, and what stands for a year of several periods."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from finmodel.results import Period

__all__ = ["Gather", "by_year", "years"]


class Gather(Enum):
    """What stands for a year of several periods: their sum (flows), the last (balances) or the lowest (ratios)."""

    SUM = "sum"
    LAST = "last"
    LOWEST = "lowest"


def years(periods: Sequence[Period]) -> dict[int, list[int]]:
    """The positions of the periods that end in each calendar year, in order."""
    found: dict[int, list[int]] = {}
    for position, period in enumerate(periods):
        found.setdefault(period.end.year, []).append(position)
    return found


def by_year(values: Sequence[float | None], periods: Sequence[Period], gather: Gather) -> tuple[float | None, ...]:
    """One value per calendar year; none for a year in which every period is blank."""
    return tuple(_gathered([values[i] for i in places], gather) for places in years(periods).values())


def _gathered(values: Sequence[float | None], gather: Gather) -> float | None:
    found = [value for value in values if value is not None]
    if gather is Gather.LAST or not found:
        return values[-1]
    return sum(found) if gather is Gather.SUM else min(found)
