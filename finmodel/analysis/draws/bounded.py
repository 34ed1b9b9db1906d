"""Distributions between a lowest and a highest value: uniform, triangular and PERT."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, sqrt

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betainc, betaincinv

from finmodel.analysis.draws.distribution import (
    Array,
    Distribution,
    Moments,
    above_zero,
    finite,
    rising,
    three_points,
)  # fmt: skip

__all__ = ["Pert", "Triangular", "Uniform"]


@dataclass(frozen=True, slots=True)
class Uniform(Distribution):
    """Any value between two bounds, each as likely as the next."""

    low: float
    high: float

    def troubles(self) -> list[str]:
        """Bounds the wrong way round."""
        return [*finite(low=self.low, high=self.high), *rising(low=self.low, high=self.high)]

    def quantile(self, ranks: ArrayLike) -> Array:
        """Low + (high − low) · rank."""
        return self.low + (self.high - self.low) * np.asarray(ranks, float)

    def cumulative(self, value: float) -> float:
        """How far a value is along the way."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)

    @property
    def mean(self) -> float:
        """The middle."""
        return (self.low + self.high) / 2

    @property
    def sd(self) -> float:
        """Width ÷ √12."""
        return (self.high - self.low) / sqrt(12)

    @property
    def scale(self) -> tuple[float, float]:
        """From the low bound, in widths."""
        return self.low, self.high - self.low

    def part(self, low: float, high: float) -> Moments:
        """Of powers of the way from bound to bound."""
        a, b = self.cumulative(low), self.cumulative(high)
        return b - a, (b**2 - a**2) / 2, (b**3 - a**3) / 3


@dataclass(frozen=True, slots=True)
class Triangular(Distribution):
    """Lowest, most likely and highest value, with a density of straight lines between them."""

    low: float
    mode: float
    high: float

    def troubles(self) -> list[str]:
        """Values that are out of order."""
        return three_points(self.low, self.mode, self.high)

    def quantile(self, ranks: ArrayLike) -> Array:
        """The root of the parabola on which the rank lies."""
        ranks = np.asarray(ranks, float)
        width = self.high - self.low
        rising = self.low + np.sqrt(ranks * width * (self.mode - self.low))
        falling = self.high - np.sqrt((1 - ranks) * width * (self.high - self.mode))
        return np.where(ranks <= self._peak, rising, falling)

    def cumulative(self, value: float) -> float:
        """A parabola on either side of the most likely value."""
        return self._moment(0, self._way(value))

    @property
    def mean(self) -> float:
        """The middle of the three."""
        return (self.low + self.mode + self.high) / 3

    @property
    def sd(self) -> float:
        """√((a² + b² + c² − ab − ac − bc) ÷ 18), here by the two sides."""
        left, right = self.mode - self.low, self.high - self.mode
        return sqrt((left**2 + left * right + right**2) / 18)

    @property
    def scale(self) -> tuple[float, float]:
        """From the lowest value, in widths."""
        return self.low, self.high - self.low

    def part(self, low: float, high: float) -> Moments:
        """Integrals of powers times the two straight lines of the density."""
        a, b = self._way(low), self._way(high)
        first, second, third = (self._moment(k, b) - self._moment(k, a) for k in range(3))
        return first, second, third

    @property
    def _peak(self) -> float:
        return (self.mode - self.low) / (self.high - self.low)

    def _way(self, value: float) -> float:
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)

    def _moment(self, power: int, way: float) -> float:
        """The integral from 0 to here of way^power times density, which is 2 at the peak."""
        peak = self._peak
        rising = min(way, peak)
        found = 2 * rising ** (power + 2) / (peak * (power + 2)) if peak > 0 else 0.0
        if way <= peak:
            return found

        def falling(x: float) -> float:
            return float(2 / (1 - peak) * (x ** (power + 1) / (power + 1) - x ** (power + 2) / (power + 2)))

        return found + falling(way) - falling(peak)


@dataclass(frozen=True, slots=True)
class Pert(Distribution):
    """Lowest, most likely and highest value with a smooth density: a beta distribution.

    Its mean weighs the mode λ times as much as either end: D. G. Malcolm et al. (1959) with λ = 4, D. Vose (2008)
    with other weights.
    """

    low: float
    mode: float
    high: float
    weight: float = 4.0

    def troubles(self) -> list[str]:
        """Values that are out of order, or a weight that is not above zero."""
        found = [*three_points(self.low, self.mode, self.high), *finite(**{"lambda": self.weight})]
        return [*found, *above_zero("weight of the mode (lambda)", self.weight)]

    def quantile(self, ranks: ArrayLike) -> Array:
        """That of the beta distribution, stretched from lowest to highest."""
        a, b = self._shapes
        return np.asarray(self.low + (self.high - self.low) * betaincinv(a, b, np.asarray(ranks, float)))

    def cumulative(self, value: float) -> float:
        """The regularised incomplete beta function."""
        return self.part(-inf, value)[0]

    @property
    def mean(self) -> float:
        """(low + λ mode + high) ÷ (λ + 2)."""
        return (self.low + self.weight * self.mode + self.high) / (self.weight + 2)

    @property
    def sd(self) -> float:
        """√((mean − low)(high − mean) ÷ (λ + 3))."""
        return sqrt((self.mean - self.low) * (self.high - self.mean) / (self.weight + 3))

    @property
    def scale(self) -> tuple[float, float]:
        """From the lowest value, in widths."""
        return self.low, self.high - self.low

    def part(self, low: float, high: float) -> Moments:
        """Powers of a beta number have beta densities of a higher shape."""
        a, b = self._shapes
        low, high = (min(max((bound - self.low) / (self.high - self.low), 0.0), 1.0) for bound in (low, high))
        means = (1.0, a / (a + b), a * (a + 1) / ((a + b) * (a + b + 1)))
        first, second, third = (means[k] * float(betainc(a + k, b, high) - betainc(a + k, b, low)) for k in range(3))
        return first, second, third

    @property
    def _shapes(self) -> tuple[float, float]:
        peak = (self.mode - self.low) / (self.high - self.low)
        return 1 + self.weight * peak, 1 + self.weight * (1 - peak)
