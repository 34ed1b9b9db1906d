"""Events: what happens or not, when it begins, and how much of each period it lasts.

One number a scenario says both: the event happens where the number lies within the probability from 1 down, and how far
from 1 says when. So a figure that is correlated with an event is high where it happens. It happens once at most.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, inf, isfinite, nan

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["Event", "shares"]

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that may happen within a window of time, in years from where the clock starts.

    Give the ``probability`` that it happens within the window at all: every moment of the window is then as likely as
    the next. Or the ``hazard``, how often it happens a year: the time to the first one then has an exponential
    distribution, and later moments are less likely, for it may have happened already. With ``at``, it begins then.
    """

    start: float
    stop: float
    probability: float = nan
    hazard: float = nan
    at: float = nan
    duration: float = inf
    """How long it lasts, in years, if the draws do not say; for good, if nothing is said."""

    def troubles(self) -> list[str]:
        """A probability or hazard that cannot be, both or neither of them, a window or a moment out of order."""
        found = []
        if np.isnan(self.probability) == np.isnan(self.hazard):
            none = np.isnan(self.hazard)
            stated = (
                "neither a probability nor a hazard a year" if none else "a probability and a hazard a year as well"
            )
            found.append(f"{stated} is given; give one of them")
        if not np.isnan(self.probability) and not 0 <= self.probability <= 1:
            found.append(f"the probability is {self.probability:g}; it must lie between 0 and 1")
        if not np.isnan(self.hazard) and not (isfinite(self.hazard) and self.hazard >= 0):
            found.append(f"the hazard is {self.hazard:g} a year; it must be 0 or more")
        if not self.start < self.stop:
            found.append(f"the window is from {self.start:g} to {self.stop:g} years; it must end after it starts")
        elif not np.isnan(self.at) and not self.start <= self.at <= self.stop:
            found.append(
                f"it begins at {self.at:g} years, outside its window from {self.start:g} to {self.stop:g} years"
            )
        if np.isnan(self.duration) or self.duration <= 0:
            found.append(f"the duration is {self.duration:g} years; it must be above 0")
        return found

    @property
    def chance(self) -> float:
        """The probability that it happens within the window at all: 1 − e^(−hazard · length) with a hazard."""
        return self.probability if np.isnan(self.hazard) else 1 - exp(-self.hazard * (self.stop - self.start))

    def begins(self, ranks: ArrayLike) -> Array:
        """When it begins by scenario, in years; infinity where it does not happen."""
        ranks = 1 - np.asarray(ranks, float)
        happens = ranks < self.chance
        return np.where(happens, self._moment(np.where(happens, ranks, 0.0)), inf)

    def _moment(self, ranks: Array) -> Array:
        if not np.isnan(self.at):
            return np.full_like(ranks, self.at)
        if not np.isnan(self.hazard):
            return self.start - np.log1p(-ranks) / self.hazard if self.hazard > 0 else np.full_like(ranks, inf)
        return self.start + (self.stop - self.start) * ranks / self.probability if self.probability > 0 else ranks


def shares(begins: Array, durations: ArrayLike, starts: Array, ends: Array) -> Array:
    """How much of each period an event lasts, 0 to 1: (period, scenario). Periods by start and end, in years."""
    begins = np.asarray(begins, float)
    first = np.maximum(np.asarray(starts, float)[:, np.newaxis], begins)
    last = np.minimum(np.asarray(ends, float)[:, np.newaxis], begins + np.asarray(durations, float))
    length = np.asarray(ends, float) - np.asarray(starts, float)
    return np.asarray(np.maximum(last - first, 0.0) / length[:, np.newaxis])
