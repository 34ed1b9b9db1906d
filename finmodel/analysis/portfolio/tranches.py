"""Tranches: one pool's payments shared out by rank, year after year, in every scenario at once.

In each year: servicing fee, interest by rank, the reserve filled again, principal by rank (or by what is owed), and
what is left to the last tranche. Unpaid interest is owed on and bears the coupon. The reserve pays fee and the interest
of all tranches but the last; at maturity it pays principal, and is released once nothing is owed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["TrancheFlows", "TrancheTerms", "attachments", "shared_out"]

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class TrancheTerms:
    """What is agreed: names, sizes and coupons in order of rank, how principal is paid, fee and reserve."""

    names: Sequence[str]
    sizes: Sequence[float]
    coupons: Sequence[float]
    sequential: bool = True
    fee_rate: float = 0.0
    reserve: float = 0.0

    @property
    def amount(self) -> float:
        """The amount issued."""
        return float(sum(self.sizes))


@dataclass(frozen=True, slots=True)
class TrancheFlows:
    """What became of every payment. By tranche: (tranche, year, scenario); else (year, scenario)."""

    terms: TrancheTerms
    interest_due: Array
    interest: Array
    principal: Array
    owed: Array
    """At the end of the year, deferred interest included."""
    fee: Array
    reserve: Array
    """At the end of the year."""
    residual: Array
    """What is left over, to whoever holds the last tranche."""

    def loss(self) -> Array:
        """What is lost of each tranche, as a share of its size: what is owed at maturity, discounted at its coupon."""
        years = self.owed.shape[1]
        factors = [(1 + coupon) ** -years / size if size else 0.0 for size, coupon in self._rows()]
        return np.asarray(self.owed[:, -1, :] * np.array(factors)[:, np.newaxis])

    def interest_coverage(self) -> Array:
        """What there was for interest over the interest of a tranche and those before, by year; NaN without any."""
        paid = self.fee + self.interest.sum(axis=0) + self.principal.sum(axis=0) + self.residual
        before = np.concatenate([np.full((1, paid.shape[1]), self.terms.reserve), self.reserve[:-1]])
        there = paid + self.reserve - before - self.fee
        due = np.cumsum(self.interest_due, axis=0)
        return np.asarray(np.divide(there, due, out=np.full_like(due, np.nan), where=due > 0))

    def _rows(self) -> list[tuple[float, float]]:
        return list(zip(self.terms.sizes, self.terms.coupons, strict=True))


def shared_out(cash: Array, terms: TrancheTerms) -> TrancheFlows:
    """The payments of each year, (year, scenario) with nothing below 0, shared out among the tranches."""
    years, width = cash.shape
    shape = (len(terms.sizes), years, width)
    due, interest, principal, owed_at_end = (np.zeros(shape) for _ in range(4))
    fees, reserves, residual = (np.zeros(cash.shape) for _ in range(3))
    owed = np.repeat(np.asarray(terms.sizes, float)[:, np.newaxis], width, axis=1)
    reserve = np.full(width, terms.reserve)
    coupons = np.asarray(terms.coupons, float)[:, np.newaxis]
    intact = np.ones(width, bool)
    for t in range(years):
        left = cash[t].copy()
        due[:, t] = owed * coupons
        fees[t], left, reserve = _paid(terms.fee_rate * owed.sum(axis=0), left, reserve)
        for rank in range(len(owed)):
            lent = reserve if rank < len(owed) - 1 else np.zeros(width)
            interest[rank, t], left, kept = _paid(due[rank, t], left, lent)
            reserve = kept if rank < len(owed) - 1 else reserve
        owed = owed + due[:, t] - interest[:, t]
        intact &= (due[:, t] - interest[:, t] <= 1e-12 * terms.amount).all(axis=0)
        last = t == years - 1
        filled = np.where(owed.sum(axis=0) > 0, np.minimum(left, terms.reserve - reserve), 0.0) * (not last)
        reserve, left = reserve + filled, left - filled
        if last:
            left, reserve = left + reserve, np.zeros(width)
        principal[:, t] = _principal(left, owed, intact & (not terms.sequential) & (not last))
        owed = np.maximum(owed - principal[:, t], 0.0)
        left = np.maximum(left - principal[:, t].sum(axis=0), 0.0)
        done = owed.sum(axis=0) <= 1e-12 * terms.amount
        residual[t] = left + np.where(done, reserve, 0.0)
        reserve = np.where(done, 0.0, reserve)
        owed_at_end[:, t], reserves[t] = owed, reserve
    return TrancheFlows(terms, due, interest, principal, owed_at_end, fees, reserves, residual)


def _paid(asked: Array, cash: Array, reserve: Array) -> tuple[Array, Array, Array]:
    """What is paid of what is asked for, from cash and then from the reserve; what is left of both."""
    from_cash = np.minimum(asked, cash)
    from_reserve = np.minimum(asked - from_cash, reserve)
    return from_cash + from_reserve, cash - from_cash, reserve - from_reserve


def _principal(cash: Array, owed: Array, together: NDArray[np.bool_]) -> Array:
    """Principal paid to each tranche: by rank, or where ``together`` by what is owed on each."""
    by_rank = np.zeros_like(owed)
    left = cash
    for rank, amount in enumerate(owed):
        by_rank[rank] = np.minimum(amount, left)
        left = left - by_rank[rank]
    total = owed.sum(axis=0)
    share = np.divide(np.minimum(cash, total), total, out=np.zeros_like(total), where=total > 0)
    return np.where(together, owed * share, by_rank)


def attachments(sizes: Sequence[float]) -> list[tuple[float, float]]:
    """The share of the pool that must be lost before each tranche loses anything, and before it is lost whole."""
    whole = float(sum(sizes))
    found: list[tuple[float, float]] = []
    below = 0.0
    for size in reversed(sizes):
        found.append((below / whole, (below + size) / whole))
        below += size
    return found[::-1]
