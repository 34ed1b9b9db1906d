"""Truncation: a distribution of which only what lies between two bounds can happen, scaled up to certainty."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, nextafter, sqrt

import numpy as np
from numpy.typing import ArrayLike

from finmodel.analysis.draws.distribution import Array, Distribution, Moments

__all__ = ["Truncated", "truncated"]

_LEAST = 1e-9
"""The least probability that may be left between the bounds: below it, quantiles lose their digits."""


@dataclass(frozen=True, slots=True)
class Truncated(Distribution):
    """A distribution between two bounds, which belong to it."""

    whole: Distribution
    low: float = -inf
    high: float = inf

    def troubles(self) -> list[str]:
        """Those of the whole, bounds the wrong way round, or nothing left between them."""
        found = self.whole.troubles()
        if self.low >= self.high:
            return [*found, f"the lower bound {self.low:g} must be below the upper bound {self.high:g}"]
        if not found and self._share < _LEAST:
            found.append(
                f"between the bounds {self.low:g} and {self.high:g} lies {self._share:.2g} of the distribution; "
                "widen the bounds or choose another distribution"
            )
        return found

    def quantile(self, ranks: ArrayLike) -> Array:
        """The quantile of the whole at the rank between the ranks of the bounds."""
        below = self._below
        values = self.whole.quantile(below + (self._reached - below) * np.asarray(ranks, float))
        return np.clip(values, self.low, self.high)

    def cumulative(self, value: float) -> float:
        """The probability of the whole from the lower bound on, scaled up."""
        inside = self.whole.cumulative(min(value, self.high)) - self._below
        return max(inside, 0.0) / self._share

    @property
    def mean(self) -> float:
        """The mean of the part."""
        centre, width = self.scale
        share, first, _ = self.part(-inf, inf)
        return centre + width * first / share

    @property
    def sd(self) -> float:
        """The standard deviation of the part."""
        share, first, second = self.part(-inf, inf)
        return self.scale[1] * sqrt(max(second / share - (first / share) ** 2, 0.0))

    @property
    def scale(self) -> tuple[float, float]:
        """That of the whole."""
        return self.whole.scale

    def part(self, low: float, high: float) -> Moments:
        """The part of the whole that is within both pairs of bounds, scaled up."""
        share, first, second = self.whole.part(max(low, self._open), min(high, self.high))
        return share / self._share, first / self._share, second / self._share

    @property
    def _open(self) -> float:
        """Just below the lower bound, which itself belongs to the distribution."""
        return nextafter(self.low, -inf)

    @property
    def _below(self) -> float:
        return self.whole.cumulative(self._open) if self.low > -inf else 0.0

    @property
    def _reached(self) -> float:
        return self.whole.cumulative(self.high) if self.high < inf else 1.0

    @property
    def _share(self) -> float:
        return self._reached - self._below


def truncated(whole: Distribution, low: float | None = None, high: float | None = None) -> Distribution:
    """A distribution between bounds; the same one where there are none."""
    if low is None and high is None:
        return whole
    return Truncated(whole, -inf if low is None else low, inf if high is None else high)
