"""Sobol's points: a scrambled sequence that fills the unit cube evenly, the same for the same seed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.stats import qmc

__all__ = ["sobol_points"]


def sobol_points(count: int, dimensions: int, seed: int) -> NDArray[np.float64]:
    """Points (count, dimension) in [0, 1); ``count`` must be a power of two, for which the sequence is balanced."""
    power = count.bit_length() - 1
    if count != 1 << power:
        raise ValueError(f"{count} points are no power of two")
    sequence = qmc.Sobol(dimensions, scramble=True, seed=np.random.default_rng(seed))
    return np.asarray(sequence.random_base2(power), float)
