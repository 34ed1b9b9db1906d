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
_FEWEST = 8
"""Pairs of orders from which a standard error can be told."""


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
        """What each change moves (change,), from the value in each variant.

        Orders that pass a variant without a value (not a number) are left out; the effects of the others add up all
        the same. Not a number if no order is left.
        """
        if self.orders is not None:
            moved = self._marginal(values)
            left = moved[~np.isnan(moved).any(axis=1)]
            return left.mean(axis=0) if len(left) else np.full(self.changes, np.nan)
        known = np.array([values[made] for made in range(self.whole + 1)])
        return self._along_paths(known) if np.isnan(known).any() else self._exact(known)

    def share(self, values: Mapping[int, float]) -> float:
        """The share of orders on which the result has a value all along."""
        if not any(np.isnan(value) for value in values.values()):
            return 1.0
        if self.orders is not None:
            return float((~np.isnan(self._marginal(values)).any(axis=1)).mean())
        known = np.array([values[made] for made in range(self.whole + 1)])
        return float(self._paths_to(~np.isnan(known))[-1] / factorial(self.changes))

    def errors(self, values: Mapping[int, float]) -> Array | None:
        """The standard error of each effect where orders are drawn, from the means of an order and its reverse."""
        if self.orders is None:
            return None
        pairs = self._marginal(values).reshape(-1, 2, self.changes).mean(axis=1)
        left = pairs[~np.isnan(pairs).any(axis=1)]
        if len(left) < _FEWEST:
            return None
        found: Array = left.std(axis=0, ddof=1) / np.sqrt(len(left))
        return found

    def _exact(self, known: Array) -> Array:
        """The average over all orders: each step from a variant counts as often as orders take it."""
        made = np.arange(self.whole + 1)
        sizes = np.array([bin(each).count("1") for each in made])
        count = self.changes
        weights = np.array([factorial(s) * factorial(count - s - 1) / factorial(count) for s in range(count)])
        found = np.empty(count)
        for change in range(count):
            without = made[(made >> change) & 1 == 0]
            found[change] = np.sum(weights[sizes[without]] * (known[without | (1 << change)] - known[without]))
        return found

    def _along_paths(self, known: Array) -> Array:
        """The same over those orders only that pass no variant without a value."""
        valued = ~np.isnan(known)
        there, onward = self._paths_to(valued), self._paths_to(valued[::-1])[::-1]
        if not there[-1]:
            return np.full(self.changes, np.nan)
        plain, made = np.where(valued, known, 0.0), np.arange(self.whole + 1)
        found = np.empty(self.changes)
        for change in range(self.changes):
            without = made[(made >> change) & 1 == 0]
            taken = there[without] * onward[without | (1 << change)] / there[-1]
            found[change] = np.sum(taken * (plain[without | (1 << change)] - plain[without]))
        return found

    def _paths_to(self, valued: NDArray[np.bool_]) -> Array:
        """In how many orders each variant is reached through variants that have a value."""
        found = np.zeros(self.whole + 1)
        found[0] = valued[0]
        for made in range(1, self.whole + 1):
            if valued[made]:
                found[made] = sum(found[made ^ (1 << change)] for change in range(self.changes) if made >> change & 1)
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
