"""Attribution: of a difference that several changes make together, how much each makes.

Shapley values (L. S. Shapley, A value for n-person games, 1953): the effect of a change is the average, over all orders
in which the changes can be made one after the other, of what it moves when its turn comes. With two changes that is the
average over both orders. In every order the effects add up to the whole difference, and so do their averages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import factorial

import numpy as np
from numpy.typing import NDArray

__all__ = ["MOST_EXACT", "Attribution", "attribution"]

Array = NDArray[np.float64]

MOST_EXACT = 10
"""Changes up to which all orders are averaged: 10 need 1,024 variants, fewer than orders drawn at random would."""
_DRAWN = 64
"""Orders drawn, each with its reverse, where there are more changes."""


@dataclass(frozen=True)
class Attribution:
    """Which variants are needed to say what each of several changes moves, and what follows from their results.

    A variant is the set of the changes that are made in it, bit by bit: 0 is the deal before, ``whole`` the deal after.
    """

    changes: int
    orders: NDArray[np.int64] | None
    """The orders drawn, (order, place); ``None`` if all are averaged."""
    seed: int | None

    @property
    def whole(self) -> int:
        """The variant in which every change is made."""
        return (1 << self.changes) - 1

    @cached_property
    def variants(self) -> Sequence[int]:
        """Every variant that is needed, each once, the deal before first and the deal after last."""
        if self.orders is None:
            return tuple(range(self.whole + 1))
        return tuple(sorted({made for order in self._paths() for made in order}))

    def effects(self, values: Mapping[int, float]) -> Array:
        """What each change moves (change,), from the value in each variant; not a number if a variant has none."""
        return self._marginal(values).mean(axis=0) if self.orders is not None else self._exact(values)

    def errors(self, values: Mapping[int, float]) -> Array | None:
        """The standard error of each effect where orders are drawn, from the means of an order and its reverse."""
        if self.orders is None:
            return None
        pairs = self._marginal(values).reshape(-1, 2, self.changes).mean(axis=1)
        found: Array = pairs.std(axis=0, ddof=1) / np.sqrt(len(pairs))
        return found

    def _exact(self, values: Mapping[int, float]) -> Array:
        known = np.array([values[made] for made in range(self.whole + 1)])
        made = np.arange(self.whole + 1)
        sizes = np.array([bin(each).count("1") for each in made])
        count = self.changes
        weights = np.array([factorial(s) * factorial(count - s - 1) / factorial(count) for s in range(count)])
        found = np.empty(count)
        for change in range(count):
            without = made[(made >> change) & 1 == 0]
            found[change] = np.sum(weights[sizes[without]] * (known[without | (1 << change)] - known[without]))
        return found

    def _marginal(self, values: Mapping[int, float]) -> Array:
        """What each change moves when its turn comes, (order, change)."""
        assert self.orders is not None
        found = np.empty(self.orders.shape)
        for row, (order, path) in enumerate(zip(self.orders, self._paths(), strict=True)):
            found[row, order] = np.diff([values[made] for made in path])
        return found

    def _paths(self) -> list[list[int]]:
        """The variants that each order passes, from the deal before to the deal after."""
        assert self.orders is not None
        paths = []
        for order in self.orders.tolist():
            path = [0]
            for change in order:
                path.append(path[-1] | (1 << change))
            paths.append(path)
        return paths


def attribution(changes: int, seed: int) -> Attribution:
    """Over all orders for few changes; for more, over orders drawn at random with a seed, each with its reverse."""
    if changes <= MOST_EXACT:
        return Attribution(changes, None, None)
    drawn = np.random.default_rng(seed)
    halves = [drawn.permutation(changes) for _ in range(_DRAWN)]
    return Attribution(changes, np.array([each for half in halves for each in (half, half[::-1])]), seed)
