"""Distribution: what every distribution of one figure can say of itself, and the checks they share.

Every distribution turns numbers between 0 and 1 into values by its quantile function, so that one scenario's number
means the same rank whatever the distribution is: ranks can be correlated, stratified and read from Sobol' points.

Ask for ``troubles()`` first: the other methods assume that there are none.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from math import isfinite

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["Array", "Distribution", "Moments", "above_zero", "finite", "rising", "three_points"]

Array = NDArray[np.float64]
Moments = tuple[float, float, float]
"""Of a part of a distribution: its probability, and the sums of value and squared value over it."""


class Distribution(ABC):
    """What a figure may be."""

    @abstractmethod
    def troubles(self) -> list[str]:
        """What is wrong with the parameters, all at once, each with what to do."""

    @abstractmethod
    def quantile(self, ranks: ArrayLike) -> Array:
        """The values below which the distribution lies with these probabilities, which are above 0 and below 1."""

    @abstractmethod
    def cumulative(self, value: float) -> float:
        """The probability of at most a value."""

    @property
    @abstractmethod
    def mean(self) -> float:
        """The expected value."""

    @property
    @abstractmethod
    def sd(self) -> float:
        """The standard deviation."""

    @property
    def scale(self) -> tuple[float, float]:
        """A centre and a width in which moments of parts are reckoned, so that no digits are lost."""
        return 0.0, 1.0

    @abstractmethod
    def part(self, low: float, high: float) -> Moments:
        """The moments of the part above ``low`` and up to ``high``, of (value − centre) ÷ width."""


def finite(**figures: float) -> list[str]:
    """Figures by name that are no numbers."""
    return [
        f"{name.replace('_', ' ')} is {value}; give a number" for name, value in figures.items() if not isfinite(value)
    ]


def above_zero(what: str, value: float) -> list[str]:
    """A figure that is zero or below."""
    return [f"the {what} is {value:g}; it must be above 0"] if value <= 0 else []


def rising(**figures: float) -> list[str]:
    """Two figures by name of which the first is not below the second."""
    (first, low), (second, high) = figures.items()
    return [] if low < high else [f"{first} is {low:g} and {second} is {high:g}; {first} must be below {second}"]


def three_points(low: float, mode: float, high: float) -> list[str]:
    """A lowest, most likely and highest value that are out of order."""
    found = [*finite(low=low, mode=mode, high=high), *rising(low=low, high=high)]
    if not found and not low <= mode <= high:
        found.append(f"mode is {mode:g}; it must lie between low {low:g} and high {high:g}")
    return found
