"""Processes over time: which positions of its figures a process draws anew, and the path it takes in every scenario."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.levers import lever
from finmodel.inputs.uncertainty_stated import StatedProcess
from finmodel.results import Results

__all__ = ["Wandering", "wandering"]

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Wandering:
    """A process on the years or periods of its figures; before ``first`` it stands still."""

    process: StatedProcess
    positions: int
    first: int
    step: float
    """Years from one position to the next."""

    @property
    def steps(self) -> int:
        """How often it is drawn."""
        return self.positions - self.first

    @property
    def names(self) -> tuple[str, ...]:
        """A name for each draw."""
        return tuple(f"{self.process.name}[{place}]" for place in range(self.first, self.positions))

    def path(self, scores: Array) -> Array:
        """The factor, or the amount, at every position, (position, scenario), from normal scores (step, scenario)."""
        brownian = self.process.type == "geometric_brownian"
        found = np.full((self.positions, scores.shape[1]), 1.0 if brownian else 0.0)
        found[self.first :] = self._brownian(scores) if brownian else self._reverting(scores)
        return found

    def _brownian(self, scores: Array) -> Array:
        """exp((ln(1 + drift) − σ²/2) t + σ W): the mean of the factor is (1 + drift)ᵗ, as it should be."""
        spread, growth = self.process.volatility, np.log1p(self.process.drift)
        steps = (growth - spread**2 / 2) * self.step + spread * np.sqrt(self.step) * scores
        return np.asarray(np.exp(np.cumsum(steps, axis=0)))

    def _reverting(self, scores: Array) -> Array:
        """x(t + Δ) = x(t) e^(−κΔ) + σ √((1 − e^(−2κΔ)) / 2κ) z: exact for any step."""
        back, spread = self.process.reversion, self.process.volatility
        decay = np.exp(-back * self.step)
        shock = spread * np.sqrt(-np.expm1(-2 * back * self.step) / (2 * back))
        found = np.empty_like(scores)
        before = np.zeros(scores.shape[1])
        for place, score in enumerate(scores):
            before = before * decay + shock * score
            found[place] = before
        return found


def wandering(results: Results, process: StatedProcess) -> Wandering:
    """A process on the grid of its figures: the first position, that of close, is known unless it is named."""
    entry = lever(results.inputs, process.figures[0]).entry
    assert isinstance(entry.value, tuple)
    if entry.axis:
        years, step = [int(year) for year in entry.axis], 1.0
    else:
        years, step = [period.end.year for period in results.periods], results.period_months / 12
    close = results.periods[0].start.year
    known = [year for year in years if (year < process.first_year if process.first_year else year <= close)]
    first = len(known) if entry.axis or process.first_year else 1
    return Wandering(process, len(years), first, step)
