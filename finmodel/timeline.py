"""The grid of periods: how many there are, how long, and their first and last days."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

__all__ = ["PERIOD_MONTHS", "Grid", "month_after", "over_periods"]

PERIOD_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
"""Lengths of periods by their name in a case."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid that starts on the first day of a month, with periods of whole months."""

    start: date
    period_months: int
    periods: int

    def period(self, number: int) -> tuple[date, date]:
        """First and last day of a period, counted from 1."""
        first = month_after(self.start, (number - 1) * self.period_months)
        last = month_after(self.start, number * self.period_months - 1)
        return first, last.replace(day=calendar.monthrange(last.year, last.month)[1])

    @property
    def years(self) -> range:
        """The calendar years in which periods begin."""
        return range(self.period(1)[0].year, self.period(self.periods)[0].year + 1)


def month_after(day: date, months: int) -> date:
    """The first day of the month that lies a number of months after the month of ``day``."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def over_periods(value: float | tuple[float, ...], periods: int) -> float | tuple[float, ...]:
    """What was agreed by period, on a grid of another length: it ends where it ended."""
    return (*value, *(0.0,) * (periods - len(value)))[:periods] if isinstance(value, tuple) else value
