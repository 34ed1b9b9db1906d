"""Diversification: how much less a pool varies than its deals do one by one, as drawn, if independent, if as one.

The same draws answer all three: columns of a deal put in an order of their own are independent of the others; columns
sorted are as one, the worst of each deal falling on the worst of every other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Spread", "diversified", "spread_of"]

Array = NDArray[np.float64]

TAIL = 0.05
"""The share of scenarios beyond which value at risk looks."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How far values vary: mean, standard deviation, and by how much the worst twentieth at best falls short of it."""

    mean: float
    deviation: float
    value_at_risk: float
    shortfall: float
    """The mean of that worst twentieth, below the mean of all."""


@dataclass(frozen=True, slots=True)
class Diversified:
    """The spread of each deal alone, of the pool as drawn, of independent deals, and of deals that move as one."""

    alone: Sequence[Spread]
    pool: Spread
    independent: Spread
    as_one: Spread

    @property
    def alone_together(self) -> tuple[float, float]:
        """Standard deviations, and values at risk, of the deals alone, added up."""
        return sum(deal.deviation for deal in self.alone), sum(deal.value_at_risk for deal in self.alone)


def spread_of(values: Array) -> Spread:
    """The spread of one value a scenario."""
    mean = float(values.mean())
    ordered = np.sort(values)
    worst = max(int(np.ceil(TAIL * len(values))), 1)
    deviation = float(values.std(ddof=1)) if len(values) > 1 else 0.0
    return Spread(mean, deviation, mean - float(ordered[worst - 1]), mean - float(ordered[:worst].mean()))


def diversified(deals: Array, seed: int) -> Diversified:
    """What pooling does to values of deals, (deal, scenario); the order that makes them independent has a seed."""
    shuffled = [
        np.random.Generator(np.random.Philox(key=[seed, place])).permutation(deal) for place, deal in enumerate(deals)
    ]
    return Diversified(
        [spread_of(deal) for deal in deals],
        spread_of(deals.sum(axis=0)),
        spread_of(np.sum(shuffled, axis=0)),
        spread_of(np.sort(deals, axis=1).sum(axis=0)),
    )
