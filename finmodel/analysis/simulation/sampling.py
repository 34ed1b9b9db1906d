"""Quantiles and sequences behind the interface of the statistics: uniform and normal draws."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from finmodel.inputs.uncertainty_distributions import StatedDistribution

__all__ = ["RandomDraws", "normal_scores", "quantiles"]

Array = NDArray[np.float64]


class RandomDraws:
    """Independent numbers above 0 and below 1."""

    def __init__(self, seed: int, names: Sequence[str], scenarios: int) -> None:
        self.seed, self.names, self.scenarios = seed, names, scenarios

    def uniforms(self, start: int, stop: int) -> Array:
        """Scenarios ``start`` to ``stop`` (without it): (variable, scenario)."""
        found = np.empty((len(self.names), stop - start))
        for row, name in enumerate(self.names):
            found[row] = np.random.default_rng([self.seed, crc32(name.encode())]).random(stop)[start:]
        return found


def normal_scores(numbers: Array) -> Array:
    """The standard normal quantile of numbers between 0 and 1."""
    return np.asarray(import_module("scipy.special").ndtri(numbers))


def quantiles(distribution: StatedDistribution, numbers: Array) -> Array:
    """The quantile of a distribution at numbers between 0 and 1."""
    if distribution.type == "uniform":
        low, high = distribution.number("low"), distribution.number("high")
        return low + (high - low) * numbers
    assert distribution.type == "normal"
    return distribution.number("mean") + distribution.number("deviation") * normal_scores(numbers)
