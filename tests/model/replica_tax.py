"""The replica's tax: assets written down pool by pool, losses kept with their age, the rate of the regime."""

from __future__ import annotations

from math import floor

from finmodel.inputs.case import Case
from finmodel.inputs.tax import Sez, TaxPool
from tests.model.replica_operation import Clock, Operation, Series

__all__ = ["Losses", "carried_periods", "tax_depreciation", "tax_of", "tax_rates"]


def tax_depreciation(case: Case, clock: Clock, operation: Operation, financing: Series) -> Series:
    """What may be deducted for wear in each period: works, and capitalised financing costs with their pool."""
    total = [0.0 for _ in clock.periods]
    for name, pool in case.tax_pools.items():
        added = operation.pools[name]
        if name == case.tax.financing_pool:
            added = [cost + more for cost, more in zip(added, financing, strict=True)]
        written = _written_down(pool, added, clock, at_end=bool(case.tax.write_off_at_end.number))
        total = [sum(pair) for pair in zip(total, written, strict=True)]
    return total


def _written_down(pool: TaxPool, added: Series, clock: Clock, *, at_end: bool) -> Series:
    left = cost = 0.0
    written = []
    for t in clock.periods:
        left += added[t]
        cost += added[t]
        years = len(clock.operating(t)) / 12
        charge = left * (1 - (1 - pool.rate.number) ** years)
        if pool.method == "straight_line":
            charge = min(cost / pool.life_years.number * years, left)
        if at_end and clock.end in clock.months(t):
            charge = left
        written.append(charge)
        left -= charge
    return written


def tax_rates(case: Case, clock: Clock) -> Series:
    """The rate of each period: in a special zone the relief, then the standard rate."""
    tax = case.tax
    if not isinstance(tax, Sez):
        return [tax.cit_rate.number for _ in clock.periods]
    years = tax.relief_years_by_category.numbers[int(tax.category.number) - 1]
    return [
        tax.relief_rate.number
        if clock.months(t)[-1] <= years * 12 and clock.last[t].year <= tax.zone_end_year.number
        else tax.cit_rate.number
        for t in clock.periods
    ]


def carried_periods(case: Case, clock: Clock) -> int:
    """For how many periods after its own a loss may be used."""
    return floor(case.tax.loss_carry_forward_years.number * 12 / clock.step)


class Losses:
    """Losses by the period in which each arose."""

    def __init__(self, carried: int) -> None:
        self.carried = carried
        self.vintages: list[tuple[int, float]] = []

    def taxable(self, t: int, profit: float) -> float:
        """What is taxed of the profit of a period, after the oldest losses that are still alive."""
        self.vintages = [(born, loss) for born, loss in self.vintages if t - born <= self.carried]
        left, kept = max(profit, 0.0), []
        for born, loss in self.vintages:
            used = min(left, loss)
            left -= used
            kept.append((born, loss - used))
        self.vintages = [(born, loss) for born, loss in kept if loss > 0]
        if profit < 0:
            self.vintages.append((t, -profit))
        return left

    @property
    def total(self) -> float:
        return sum(loss for _, loss in self.vintages)


def tax_of(profit: Series, rates: Series, carried: int) -> Series:
    """The tax on a row of profits."""
    losses = Losses(carried)
    return [losses.taxable(t, amount) * rates[t] for t, amount in enumerate(profit)]
