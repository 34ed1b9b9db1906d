"""A pooled bond: what it asks for by year, what the pool pays of it, and how well it is covered."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["BondFlows", "bond_schedule", "bond_served"]

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class BondFlows:
    """The years of a bond from the first after issue: what is due by its schedule, (year,), and what is paid of it."""

    interest: Array
    principal: Array
    cash: Array
    """What there is to pay it from, (year, scenario)."""
    paid: Array
    arrears: Array
    """At the end of the year; they bear the coupon."""
    coupon: float

    @property
    def due(self) -> Array:
        """Interest and principal by the schedule."""
        return self.interest + self.principal

    def coverage(self) -> Array:
        """The pool's cash of each year over what is due in it; NaN where nothing is."""
        due = np.broadcast_to(self.due[:, np.newaxis], self.cash.shape)
        return np.divide(self.cash, due, out=np.full_like(self.cash, np.nan), where=due > 0)

    def life_coverage(self) -> Array:
        """What the cash of all its years is worth at the coupon, over the amount issued: one value a scenario."""
        factors = (1 + self.coupon) ** -np.arange(1.0, len(self.cash) + 1)
        return np.asarray((self.cash * factors[:, np.newaxis]).sum(axis=0) / self.principal.sum())

    def loss(self) -> Array:
        """What is never paid, discounted at the coupon, as a share of the amount issued: one value a scenario."""
        return np.asarray(self.arrears[-1] * (1 + self.coupon) ** -len(self.cash) / self.principal.sum())


def bond_schedule(amount: float, coupon: float, years: int, repayment: str) -> tuple[Array, Array]:
    """Interest and principal of each year: ``equal`` principal, level ``annuity``, or ``bullet``."""
    steps = np.arange(years)
    if repayment == "bullet":
        principal = np.where(steps == years - 1, amount, 0.0)
    elif repayment == "equal" or coupon == 0:
        principal = np.full(years, amount / years)
    else:
        principal = amount * coupon / ((1 + coupon) ** years - 1) * (1 + coupon) ** steps
    owed = amount - np.concatenate([[0.0], np.cumsum(principal)[:-1]])
    return owed * coupon, principal


def bond_served(cash: Array, interest: Array, principal: Array, coupon: float) -> BondFlows:
    """What is paid of a schedule from cash, (year, scenario); what lacks is owed on and bears the coupon."""
    paid, arrears = np.zeros_like(cash), np.zeros_like(cash)
    lacking = np.zeros(cash.shape[1])
    for t, due in enumerate(interest + principal):
        asked = due + lacking * (1 + coupon)
        paid[t] = np.minimum(np.maximum(cash[t], 0.0), asked)
        lacking = asked - paid[t]
        arrears[t] = lacking
    return BondFlows(interest, principal, cash, paid, arrears, coupon)
