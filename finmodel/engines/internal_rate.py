"""Internal rates of many dated cash flows at once: Newton's method inside a bracket, per scenario.

The function whose root is sought is the logarithm of what the inflows are worth over what the outflows are worth.
It has the same roots as the present value but is nearly a straight line in the logarithm of the rate, so that a
handful of rounds is enough from any start.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

__all__ = ["added_up", "internal_rates", "sign_changes"]

Array = NDArray[np.float64]

_NEAR = 1.1
_EDGES = np.linspace(np.log(1e-3), np.log(1e3), 2401)
_CELLS = np.argsort(np.abs(np.exp(_EDGES[:-1]) + np.exp(_EDGES[1:]) - 2 * _NEAR), kind="stable")
_ROUNDS = 100


def sign_changes(flows: Array) -> NDArray[np.intp]:
    """How often each column of flows changes sign, zeros passed over."""
    signs = np.sign(flows)
    for before, row in pairwise(signs):
        if np.count_nonzero(row) < row.size:
            np.copyto(row, before, where=row == 0)
    changes: NDArray[np.intp] = np.count_nonzero(signs[1:] * signs[:-1] < 0, axis=0)
    return changes


def added_up(rows: Array) -> Array:
    """The sum of the rows, added one after the other: a column's sum is the same whatever stands beside it."""
    if rows.shape[1] == 1:
        sums: Array = np.cumsum(rows[:, 0])[-1:]
        return sums
    added: Array = np.add.reduce(np.ascontiguousarray(rows), axis=0)
    return added


def internal_rates(flows: Array, dates: Array) -> Array:
    """The annual effective rate (Actual/365) per column of ``flows``; NaN where none exists.

    ``flows`` and ``dates`` (serial days, ascending) are (period, scenario) or (period, 1). Rates from −99.9 % to
    99,900 % are searched; of several, the one nearest to 10 % is taken.
    """
    years = (dates - dates[0]) / 365.0
    width = max(flows.shape[1], years.shape[1])
    flows = np.broadcast_to(flows, (flows.shape[0], width))
    changes = sign_changes(flows)
    rates = np.full(width, np.nan)
    with np.errstate(divide="ignore", invalid="ignore"):
        for columns, bracket in ((changes == 1, _widest_bracket), (changes > 1, _nearest_bracket)):
            if columns.any():
                chosen = flows.compress(columns, axis=1)
                rates[columns] = np.expm1(_roots(chosen / np.abs(chosen).max(axis=0), _of(years, columns), bracket))
    return rates


def _of(years: Array, columns: NDArray[np.bool_]) -> Array:
    return years if years.shape[1] == 1 else years.compress(columns, axis=1)


def _roots(flows: Array, years: Array, bracket: Callable[[Array, Array], tuple[Array, Array]]) -> Array:
    low, high = bracket(flows, years)
    found = ~np.isnan(low)
    roots = np.full(flows.shape[1], np.nan)
    if found.any():
        roots[found] = _newton(flows.compress(found, axis=1), _of(years, found), low[found], high[found])
    return roots


def _widest_bracket(flows: Array, years: Array) -> tuple[Array, Array]:
    """The whole range, for flows that change sign once and so have one root at most."""
    lowest, highest = _EDGES[:1], _EDGES[-1:]
    none = _sign(flows, years, lowest) * _sign(flows, years, highest) > 0
    return np.where(none, np.nan, lowest), np.where(none, np.nan, highest)


def _nearest_bracket(flows: Array, years: Array) -> tuple[Array, Array]:
    """For each column the interval of the search grid nearest to 10 % in which the present value changes sign."""
    low, high = np.full(flows.shape[1], np.nan), np.full(flows.shape[1], np.nan)
    waiting = np.arange(flows.shape[1])
    signs: dict[int, Array] = {}
    for cell in map(int, _CELLS):
        for edge in {cell, cell + 1} - signs.keys():
            signs[edge] = _sign(flows, years, _EDGES[edge : edge + 1])
        crossing = signs[cell] * signs[cell + 1] <= 0
        signs = {edge: signs[edge] for edge in (min(signs), max(signs))}
        if crossing.any():
            low[waiting[crossing]], high[waiting[crossing]] = _EDGES[cell], _EDGES[cell + 1]
            waiting = waiting[~crossing]
            flows, years = flows.compress(~crossing, axis=1), _of(years, ~crossing)
            signs = {edge: sign[~crossing] for edge, sign in signs.items()}
        if not waiting.size:
            break
    return low, high


def _sign(flows: Array, years: Array, log_rate: Array) -> Array:
    return np.sign(added_up(flows * _discount_factors(years, log_rate)))


def _discount_factors(years: Array, log_rate: Array) -> Array:
    """Factors of each date, counted from the first or, at negative rates, from the last: never above 1."""
    exponents = -years * log_rate
    if exponents[-1].max() > 0.0:
        exponents -= np.maximum(exponents[-1], 0.0)
    factors: Array = np.exp(exponents)
    return factors


def _newton(flows: Array, years: Array, low: Array, high: Array) -> Array:
    inflows, outflows = np.maximum(flows, 0.0), np.maximum(-flows, 0.0)
    sign_at_low = _sign(flows, years, low)
    root = (low + high) / 2
    done = np.zeros(root.shape, dtype=bool)
    for _ in range(_ROUNDS):
        factors = _discount_factors(years, root)
        gained, spent = inflows * factors, outflows * factors
        gain, spending = added_up(gained), added_up(spent)
        value = np.log(gain / spending)
        slope = added_up(spent * years) / spending - added_up(gained * years) / gain
        same = value * sign_at_low > 0
        low, high = np.where(same, root, low), np.where(same, high, root)
        step = root - value / slope
        inside = (low <= step) & (step <= high)
        following = np.where(inside, step, (low + high) / 2)
        settled = np.abs(following - root) <= np.where(inside, 1e-7, 1e-15)
        root = np.where(done, root, following)
        done |= settled
        if done.all():
            break
    return root
