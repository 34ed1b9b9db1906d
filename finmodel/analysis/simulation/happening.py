"""Events on the years or periods of their figures: in which of them an event lasts, and for how much of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import inf, nan

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.draws.events import Event, shares
from finmodel.analysis.levers import lever
from finmodel.inputs.uncertainty_stated import StatedEvent
from finmodel.results import Results

__all__ = ["Happening", "happening"]

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event and the positions of its figures, in calendar years: the first of July 2030 is 2030.5."""

    event: StatedEvent
    starts: tuple[float, ...]
    ends: tuple[float, ...]

    @property
    def name(self) -> str:
        """Under which it draws its number."""
        return f"event:{self.event.name}"

    def shares(self, numbers: Array) -> Array:
        """How much of each position the event lasts, (position, scenario), from numbers above 0 and below 1."""
        stated = self.event
        drawn = Event(
            start=float(stated.first_year),
            stop=float(stated.last_year + 1),
            probability=nan if stated.probability is None else stated.probability,
            hazard=nan if stated.hazard is None else stated.hazard,
        )
        lasts = inf if stated.lasts is None else stated.lasts
        return shares(drawn.begins(numbers), lasts, np.asarray(self.starts), np.asarray(self.ends))


def happening(results: Results, event: StatedEvent) -> Happening:
    """An event on the grid of its figures, by year or by period."""
    axis = lever(results.inputs, event.figures[0]).entry.axis
    if axis:
        years = tuple(float(year) for year in axis)
        return Happening(event, years, tuple(year + 1 for year in years))
    starts = tuple(_in_years(period.start) for period in results.periods)
    return Happening(event, starts, (*starts[1:], starts[-1] + results.period_months / 12))


def _in_years(day: date) -> float:
    """A day in calendar years, months of equal length."""
    return day.year + (day.month - 1 + (day.day - 1) / 31) / 12
