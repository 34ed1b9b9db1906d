"""Processes: figures that wander over the periods of a case, exact for periods of any length.

A process moves the logarithm of a figure (its paths are *factors*) or its level (its paths are *amounts* to add), with
or without a pull back to the base path:

====================  ==================  ==================================================
on                    reversion = 0       reversion > 0
====================  ==================  ==================================================
logs: factors         GBM: demand, FX     exponential Ornstein-Uhlenbeck: prices
levels: amounts       arithmetic          Vasicek: interest rates and inflation
====================  ==================  ==================================================

The mean of every path is the base path itself. Of a factor exp(X) that takes the correction −variance(X) ÷ 2: without
it, a GBM with 15 % volatility would grow by 1.1 % a year from nothing.

    dX = −reversion · X dt + volatility dW,     X = 0 where the clock starts
    X(t + h) = X(t) e^(−κh) + σ √((1 − e^(−2κh)) ÷ 2κ) · z                       D. Gillespie, Phys. Rev. E 54 (1996)

Correlations are those of the Brownian motions dW. Over a step of length h the steps of two processes with reversion
κ₁ and κ₂ then have the covariance ρ σ₁ σ₂ (1 − e^(−(κ₁+κ₂)h)) ÷ (κ₁ + κ₂), which is used as it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite, log

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.draws.correlation import lower_factor, mixed

__all__ = ["On", "Process", "dimensions", "paths"]

Array = NDArray[np.float64]


class On(StrEnum):
    """What wanders."""

    LOGS = "logs"
    LEVELS = "levels"


@dataclass(frozen=True, slots=True)
class Process:
    """One figure that wanders."""

    volatility: float
    """Standard deviation over a year without reversion: of the logarithm, or in the unit of the level."""
    reversion: float = 0.0
    """How fast it is pulled back, a year: what is left of a deviation after t years is e^(−reversion · t)."""
    on: On = On.LOGS

    @classmethod
    def with_half_life(cls, volatility: float, half_life: float, on: On = On.LOGS) -> Process:
        """By the years after which half of a deviation is left: reversion = ln 2 ÷ half-life."""
        return cls(volatility, log(2) / half_life, on)

    def troubles(self) -> list[str]:
        """A volatility that is not above zero, or a reversion below zero."""
        found = []
        if not isfinite(self.volatility) or self.volatility <= 0:
            found.append(f"the volatility is {self.volatility:g}; it must be above 0")
        if not isfinite(self.reversion) or self.reversion < 0:
            found.append(f"the reversion is {self.reversion:g} a year; it must be 0 or more")
        return found

    def variance(self, years: Array | float) -> Array:
        """Of X, after some years."""
        return self.volatility**2 * _spread(2 * self.reversion, np.asarray(years, float))


def dimensions(name: str, periods: int) -> list[str]:
    """The names under which a process draws its numbers: one for each period."""
    return [f"{name}[{period}]" for period in range(periods)]


def paths(processes: Sequence[Process], years: Array, normals: Array, correlation: Array | None = None) -> list[Array]:
    """The path of each process, (period, scenario): factors on logs, amounts on levels; the mean is 1, or 0.

    ``years`` says when each period stands, counted from where the clock starts, and must not fall; a period at 0 has no
    deviation yet. ``normals`` are independent standard normal numbers, (process, period, scenario), and
    ``correlation`` that of the Brownian motions.
    """
    steps = np.diff(np.asarray(years, float), prepend=0.0)
    count, periods, scenarios = normals.shape
    states = np.zeros((count, scenarios))
    found = [np.empty((periods, scenarios)) for _ in processes]
    factors: dict[float, Array] = {}
    left = [np.exp(-each.reversion * steps) for each in processes]
    for period, step in enumerate(steps):
        if step not in factors:
            factors[step] = lower_factor(_covariance(processes, step, correlation))
        shocks = mixed(factors[step], normals[:, period])
        for place, process in enumerate(processes):
            states[place] = states[place] * left[place][period] + shocks[place]
            found[place][period] = states[place]
            if process.on is On.LOGS:
                found[place][period] -= process.variance(years[period]) / 2
    return [np.exp(x) if each.on is On.LOGS else x for each, x in zip(processes, found, strict=True)]


def _covariance(processes: Sequence[Process], step: float, correlation: Array | None) -> Array:
    """Of what is added to each process over a step."""
    volatility = np.array([each.volatility for each in processes])
    reversion = np.array([each.reversion for each in processes])
    whole = np.eye(len(processes)) if correlation is None else correlation
    return np.asarray(whole * np.outer(volatility, volatility) * _spread(np.add.outer(reversion, reversion), step))


def _spread(pull: Array | float, years: Array | float) -> Array:
    """(1 − e^(−pull · years)) ÷ pull, which is the years where nothing pulls."""
    pull, years = np.broadcast_arrays(np.asarray(pull, float), np.asarray(years, float))
    safe = np.where(pull > 0, pull, 1.0)
    return np.where(pull > 0, -np.expm1(-safe * years) / safe, years)
