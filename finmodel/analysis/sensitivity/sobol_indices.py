"""Sobol's indices: how much of a result's variance each input brings about, alone and with all that it interacts with.

Sampled as by Saltelli: two independent sets of points, A and B, and for each input i the set AB(i), which is A with
that input from B. First order by Saltelli (2010): mean of f(B) · (f(AB(i)) − f(A)); total by Jansen (1999): half the
mean of (f(A) − f(AB(i)))²; both divided by the variance over A and B.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["CONFIDENCE", "RESAMPLES", "Estimate", "Estimates", "estimated", "saltelli_points", "whole_points"]

Array = NDArray[np.float64]

CONFIDENCE, RESAMPLES = 0.95, 300
"""How sure the bounds of an index are, and how often points are drawn again with replacement to find them."""
_NOTHING = 1e-20
"""A variance this small, as a share of the square of the mean, is what rounding leaves."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """An index and the bounds between which it lies with ``CONFIDENCE``, by the percentiles of the bootstrap."""

    value: float
    between: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Estimates:
    """The indices of every input, and the mean and the standard deviation of the result."""

    first: tuple[Estimate, ...]
    total: tuple[Estimate, ...]
    mean: float
    deviation: float


def saltelli_points(points: Array) -> Array:
    """The points at which a function is computed, (input, run), from points (point, twice the inputs) in [0, 1).

    Runs stand in the order A, B, AB(1), AB(2) …, each with all points.
    """
    inputs = points.shape[1] // 2
    a, b = points[:, :inputs].T, points[:, inputs:].T
    mixed = np.repeat(a[np.newaxis], inputs, axis=0)
    mixed[np.arange(inputs), np.arange(inputs)] = b
    return np.concatenate((a, b, *mixed), axis=1)


def whole_points(values: Array, points: int) -> NDArray[np.bool_]:
    """Which points have a value in every one of their runs."""
    return np.asarray(~np.isnan(values.reshape(-1, points)).any(axis=0))


def estimated(values: Array, points: int, *, seed: int) -> Estimates | None:
    """The indices, from the values at ``saltelli_points`` (with whole points only); ``None`` without any variance.

    ``seed`` decides the bootstrap.
    """
    by_set = values.reshape(-1, points)
    middle = by_set[:2].mean()
    a, b, mixed = by_set[0] - middle, by_set[1] - middle, by_set[2:] - middle
    terms = np.concatenate(([a, b, a * a, b * b], b * (mixed - a), 0.5 * (mixed - a) ** 2))
    variance = _variance(terms.mean(axis=1))
    if variance <= _NOTHING * max(middle * middle, np.finfo(float).tiny):
        return None
    inputs = len(mixed)
    found = _indices(terms.mean(axis=1))
    redrawn = np.array([_indices(means) for means in _resampled(terms, seed)])
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(redrawn, (tail, 1 - tail), axis=0)
    each = [Estimate(float(x), (float(y), float(z))) for x, y, z in zip(found, low, high, strict=True)]
    return Estimates(tuple(each[:inputs]), tuple(each[inputs:]), float(middle), float(np.sqrt(variance)))


def _variance(means: Array) -> float:
    return float((means[2] + means[3]) / 2 - ((means[0] + means[1]) / 2) ** 2)


def _indices(means: Array) -> Array:
    """First orders, then totals."""
    variance = _variance(means)
    return means[4:] / variance if variance > 0 else np.zeros(len(means) - 4)


def _resampled(terms: Array, seed: int) -> Iterator[Array]:
    """The means of all terms over points drawn with replacement."""
    random, count = np.random.default_rng((seed, 1)), terms.shape[1]
    for _ in range(RESAMPLES):
        weights = np.bincount(random.integers(count, size=count), minlength=count) / count
        yield terms @ weights
