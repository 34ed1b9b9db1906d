"""Distributions of values that are listed: discrete ones, percentiles, and what was observed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, sqrt

import numpy as np
from numpy.typing import ArrayLike

from finmodel.analysis.draws.distribution import Array, Distribution, Moments, finite

__all__ = ["Discrete", "Percentiles", "empirical", "resampled"]


@dataclass(frozen=True, slots=True)
class Discrete(Distribution):
    """Some values with their probabilities."""

    values: tuple[float, ...]
    probabilities: tuple[float, ...]

    def troubles(self) -> list[str]:
        """Lists of different lengths, negative probabilities, or a sum that is not 1."""
        if not self.values or len(self.values) != len(self.probabilities):
            what = f"{len(self.values)} values have {len(self.probabilities)} probabilities"
            return [f"{what}; give each value its probability"]
        found = finite(**{f"value {n}": value for n, value in enumerate(self.values, 1)})
        wrong = [p for p in self.probabilities if not 0 <= p <= 1]
        if wrong:
            return [*found, f"a probability is {wrong[0]:g}; it must lie between 0 and 1"]
        total = sum(self.probabilities)
        far = abs(total - 1) > 1e-9
        return [*found, f"the probabilities add to {total:.10g}; they must add to 1"] if far else found

    def quantile(self, ranks: ArrayLike) -> Array:
        """The lowest value that has at least the rank below or at it."""
        values, reached = self._sorted
        places = np.searchsorted(reached, np.asarray(ranks, float), side="left")
        return np.asarray(values[np.minimum(places, len(values) - 1)])

    def cumulative(self, value: float) -> float:
        """The probabilities of all values up to here."""
        values, reached = self._sorted
        place = int(np.searchsorted(values, value, side="right"))
        return float(reached[place - 1]) if place else 0.0

    @property
    def mean(self) -> float:
        """Σ probability · value."""
        return float(np.dot(self.values, self.probabilities))

    @property
    def sd(self) -> float:
        """√(Σ probability · (value − mean)²)."""
        return sqrt(float(np.dot((np.asarray(self.values) - self.mean) ** 2, self.probabilities)))

    @property
    def scale(self) -> tuple[float, float]:
        """From the mean."""
        return self.mean, 1.0

    def part(self, low: float, high: float) -> Moments:
        """Sums over the values above ``low`` and up to ``high``."""
        values, weights = np.asarray(self.values), np.asarray(self.probabilities)
        weights = np.where((values > low) & (values <= high), weights, 0.0)
        off = values - self.mean
        return float(weights.sum()), float(weights @ off), float(weights @ off**2)

    @property
    def _sorted(self) -> tuple[Array, Array]:
        order = np.argsort(self.values, kind="stable")
        return np.asarray(self.values, float)[order], np.cumsum(np.asarray(self.probabilities, float)[order])


@dataclass(frozen=True, slots=True)
class Percentiles(Distribution):
    """Values at given probabilities from 0 to 1, and straight lines between them."""

    values: tuple[float, ...]
    probabilities: tuple[float, ...]

    def troubles(self) -> list[str]:
        """Too few points, or values and probabilities that do not rise from 0 to 1."""
        if len(self.values) < 2 or len(self.values) != len(self.probabilities):
            what = f"{len(self.values)} values have {len(self.probabilities)} probabilities"
            return [f"{what}; give two or more values, each with its probability"]
        found = finite(**{f"value {n}": value for n, value in enumerate(self.values, 1)})
        if (self.probabilities[0], self.probabilities[-1]) != (0, 1):
            found.append(
                "the first probability must be 0 and the last 1, so that the lowest and highest value are known"
            )
        if (np.diff(self.probabilities) <= 0).any():
            found.append("the probabilities must rise from one to the next")
        if (np.diff(self.values) < 0).any():
            found.append("the values must not fall as the probabilities rise")
        if self.values[0] == self.values[-1]:
            found.append("all values are the same; nothing varies")
        return found

    def quantile(self, ranks: ArrayLike) -> Array:
        """Interpolated between the nearest probabilities."""
        return np.asarray(np.interp(np.asarray(ranks, float), self.probabilities, self.values))

    def cumulative(self, value: float) -> float:
        """Interpolated between the nearest values; where values are the same, the highest of their probabilities."""
        if value < self.values[0]:
            return 0.0
        place = int(np.searchsorted(self.values, value, side="right")) - 1
        if place >= len(self.values) - 1:
            return 1.0
        low, high = self.values[place], self.values[place + 1]
        below, above = self.probabilities[place], self.probabilities[place + 1]
        return below + (above - below) * (value - low) / (high - low)

    @property
    def mean(self) -> float:
        """The middles of the lines, by their probability."""
        return self.scale[0] + self.part(-inf, inf)[1] * self.scale[1]

    @property
    def sd(self) -> float:
        """Of the lines, each of which is a uniform distribution."""
        _, first, second = self.part(-inf, inf)
        return sqrt(max(second - first**2, 0.0)) * self.scale[1]

    @property
    def scale(self) -> tuple[float, float]:
        """From the middle value, in widths."""
        return self.values[len(self.values) // 2], self.values[-1] - self.values[0]

    def part(self, low: float, high: float) -> Moments:
        """Each line's part between the bounds, as of a uniform distribution."""
        centre, width = self.scale
        ranks = self.cumulative(low) if low > -inf else 0.0, self.cumulative(high) if high < inf else 1.0
        inner = [p for p in self.probabilities if ranks[0] < p < ranks[1]]
        edges = np.array([ranks[0], *inner, ranks[1]])
        weights = np.diff(edges)
        values = (np.interp(edges, self.probabilities, self.values) - centre) / width
        a, b = values[:-1], values[1:]
        return float(weights.sum()), float(weights @ (a + b)) / 2, float(weights @ (a * a + a * b + b * b)) / 3


def empirical(values: Sequence[float]) -> Percentiles | Discrete:
    """What was observed, interpolated: the k-th of n values lies at (k − 1) ÷ (n − 1) (Excel's PERCENTILE.INC)."""
    count = len(values)
    return Percentiles(tuple(sorted(values)), tuple(place / (count - 1) for place in range(count)) if count > 1 else ())


def resampled(values: Sequence[float]) -> Discrete:
    """What was observed, drawn again as it is, each value as likely as the next (the bootstrap)."""
    return Discrete(tuple(values), tuple(1 / len(values) for _ in values))
