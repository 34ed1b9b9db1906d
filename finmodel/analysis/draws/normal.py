"""Normal and lognormal distributions: by mean and standard deviation, or by median and sigma."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, inf, log, sqrt

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import ndtr, ndtri

from finmodel.analysis.draws.distribution import Array, Distribution, Moments, above_zero, finite

__all__ = ["Lognormal", "LognormalByMean", "Normal"]


@dataclass(frozen=True, slots=True)
class Normal(Distribution):
    """The normal distribution by mean and standard deviation."""

    mean_value: float
    deviation: float

    def troubles(self) -> list[str]:
        """A standard deviation that is not above zero."""
        return [*finite(mean=self.mean_value, sd=self.deviation), *above_zero("standard deviation", self.deviation)]

    def quantile(self, ranks: ArrayLike) -> Array:
        """μ + σ Φ⁻¹(rank)."""
        return np.asarray(self.mean_value + self.deviation * ndtri(np.asarray(ranks, float)))

    def cumulative(self, value: float) -> float:
        """Φ((value − μ) ÷ σ)."""
        return float(ndtr((value - self.mean_value) / self.deviation))

    @property
    def mean(self) -> float:
        """As stated."""
        return self.mean_value

    @property
    def sd(self) -> float:
        """As stated."""
        return self.deviation

    @property
    def scale(self) -> tuple[float, float]:
        """Mean and standard deviation."""
        return self.mean_value, self.deviation

    def part(self, low: float, high: float) -> Moments:
        """Of a standard normal number z: ∫ φ = Φ, ∫ zφ = −φ, ∫ z²φ = Φ − zφ."""
        low, high = ((bound - self.mean_value) / self.deviation for bound in (low, high))
        share = _normal_between(low, high)
        return share, _density(low) - _density(high), share + _times(low, _density(low)) - _times(high, _density(high))


@dataclass(frozen=True, slots=True)
class Lognormal(Distribution):
    """The lognormal distribution by median and by sigma, the standard deviation of the logarithm."""

    median: float
    sigma: float

    def troubles(self) -> list[str]:
        """A median or sigma that is not above zero."""
        return [
            *finite(median=self.median, sigma=self.sigma),
            *above_zero("median", self.median),
            *above_zero("sigma", self.sigma),
        ]

    def quantile(self, ranks: ArrayLike) -> Array:
        """Median · exp(σ Φ⁻¹(rank))."""
        return np.asarray(self.median * np.exp(self.sigma * ndtri(np.asarray(ranks, float))))

    def cumulative(self, value: float) -> float:
        """Φ(ln(value ÷ median) ÷ σ)."""
        return float(ndtr(self._standard(value)))

    @property
    def mean(self) -> float:
        """Median · exp(σ² ÷ 2)."""
        return self.median * exp(self.sigma**2 / 2)

    @property
    def sd(self) -> float:
        """Mean · √(exp(σ²) − 1)."""
        return self.mean * sqrt(np.expm1(self.sigma**2))

    @property
    def scale(self) -> tuple[float, float]:
        """In medians."""
        return 0.0, self.median

    def part(self, low: float, high: float) -> Moments:
        """∫ xᵏ = exp(k²σ² ÷ 2) · (Φ(b − kσ) − Φ(a − kσ)) where a and b are the bounds in standard deviations."""
        low, high = self._standard(low), self._standard(high)
        first, second, third = (
            exp((k * self.sigma) ** 2 / 2) * _normal_between(low - k * self.sigma, high - k * self.sigma)
            for k in range(3)
        )
        return first, second, third

    def _standard(self, value: float) -> float:
        if value <= 0:
            return -inf
        return inf if value == inf else log(value / self.median) / self.sigma


@dataclass(frozen=True, slots=True)
class LognormalByMean(Distribution):
    """The lognormal distribution by its own mean and standard deviation."""

    mean_value: float
    deviation: float

    def troubles(self) -> list[str]:
        """A mean or standard deviation that is not above zero."""
        return [
            *finite(mean=self.mean_value, sd=self.deviation),
            *above_zero("mean", self.mean_value),
            *above_zero("standard deviation", self.deviation),
        ]

    @property
    def by_median(self) -> Lognormal:
        """The same distribution: σ² = ln(1 + (sd ÷ mean)²), median = mean ÷ √(1 + (sd ÷ mean)²)."""
        spread = (self.deviation / self.mean_value) ** 2
        return Lognormal(self.mean_value / sqrt(1 + spread), sqrt(np.log1p(spread)))

    def quantile(self, ranks: ArrayLike) -> Array:
        """As by median and sigma."""
        return self.by_median.quantile(ranks)

    def cumulative(self, value: float) -> float:
        """As by median and sigma."""
        return self.by_median.cumulative(value)

    @property
    def mean(self) -> float:
        """As stated."""
        return self.mean_value

    @property
    def sd(self) -> float:
        """As stated."""
        return self.deviation

    @property
    def scale(self) -> tuple[float, float]:
        """In medians."""
        return self.by_median.scale

    def part(self, low: float, high: float) -> Moments:
        """As by median and sigma."""
        return self.by_median.part(low, high)


def _normal_between(low: float, high: float) -> float:
    """Φ(high) − Φ(low), in the tail where fewer digits are lost."""
    return float(ndtr(-low) - ndtr(-high)) if low > 0 else float(ndtr(high) - ndtr(low))


def _density(z: float) -> float:
    return exp(-z * z / 2) / sqrt(2 * np.pi)


def _times(z: float, density: float) -> float:
    return z * density if density > 0 else 0.0
