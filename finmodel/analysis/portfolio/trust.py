"""A trust that holds the pool: what it can distribute, what it pays out, and its debt against its assets."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["TrustFlows", "TrustTerms", "trust_flows", "value_of_later"]

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class TrustFlows:
    """By year and scenario: what a trust receives, may distribute, pays out and keeps; its debt and its assets."""

    received: Array
    expenses: Array
    distributable: Array
    """What it received less expenses and what the pool pays in, and what was kept before because of the limit."""
    paid: Array
    kept: Array
    """At the end of the year."""
    debt: Array
    assets: Array
    """What CFADS of all later years is worth at the end of the year."""
    above_limit: NDArray[np.bool_]

    def leverage(self) -> Array:
        """Debt over the value of assets; NaN where there is no value left."""
        out = np.full_like(self.debt, np.nan)
        return np.divide(self.debt, self.assets, out=out, where=self.assets > 1e-9 * max(float(self.assets.max()), 1.0))


@dataclass(frozen=True, slots=True)
class TrustTerms:
    """What a trust has agreed: the share paid out, expenses as a share of receipts, the limit on its debt."""

    payout: float
    expense_rate: float
    leverage_limit: float


def trust_flows(received: Array, paid_in: Array, debt: Array, assets: Array, terms: TrustTerms) -> TrustFlows:
    """What a trust pays out, all arrays (year, scenario).

    Of what is distributable the agreed share is paid out and the rest kept as a cushion; in a year in which debt is
    above the limit nothing is, and what would have been is distributable again when it no longer is. In the last year
    all that is left is paid out. What the pool pays in beyond what it receives comes from cash kept, then from holders.
    """
    expenses = terms.expense_rate * received
    net = received - expenses - paid_in
    above = debt > terms.leverage_limit * assets
    distributable, paid, kept = (np.zeros_like(received) for _ in range(3))
    cushion, waiting = np.zeros(received.shape[1]), np.zeros(received.shape[1])
    for t in range(len(received)):
        last = t == len(received) - 1
        lacking = np.maximum(-net[t], 0.0)
        from_cushion = np.minimum(lacking, cushion)
        from_waiting = np.minimum(lacking - from_cushion, waiting)
        cushion, waiting = cushion - from_cushion, waiting - from_waiting
        distributable[t] = np.maximum(net[t], 0.0) + waiting + (cushion if last else 0.0)
        share = 1.0 if last else terms.payout
        free = np.where(above[t] & (not last), 0.0, 1.0)
        new = np.maximum(net[t], 0.0)
        paid[t] = free * (share * new + waiting + (cushion if last else 0.0))
        cushion = np.zeros_like(cushion) if last else cushion + (1 - share) * new
        waiting = np.where(free > 0, 0.0, waiting + share * new)
        kept[t] = cushion + waiting
    return TrustFlows(received, expenses, distributable, paid, kept, debt, assets, above)


def value_of_later(flows: Array, rate: float) -> Array:
    """At the end of each year, the present value of the flows of all later years, (year, scenario)."""
    values = np.zeros_like(flows)
    for t in range(len(flows) - 2, -1, -1):
        values[t] = (values[t + 1] + flows[t + 1]) / (1 + rate)
    return values
