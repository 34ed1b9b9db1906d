"""Distributions of one figure: all that there are, in one place to import them from."""

from __future__ import annotations

from finmodel.analysis.draws.bounded import Pert, Triangular, Uniform
from finmodel.analysis.draws.distribution import Distribution
from finmodel.analysis.draws.normal import Lognormal, LognormalByMean, Normal
from finmodel.analysis.draws.observed import Discrete, Percentiles, empirical, resampled
from finmodel.analysis.draws.truncation import Truncated, truncated

__all__ = [
    "Discrete", "Distribution", "Lognormal", "LognormalByMean", "Normal", "Percentiles", "Pert", "Triangular",
    "Truncated", "Uniform", "empirical", "resampled", "truncated",
]  # fmt: skip
