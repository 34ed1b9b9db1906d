"""Internal rates of many dated cash flows at once: Newton's method inside a bracket, per scenario."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["internal_rates", "sign_changes"]

Array = NDArray[np.float64]

_NEAR = np.log(1.1)
_GRID = np.linspace(np.log(1e-3), np.log(1e3), 241)
_ROUNDS = 100


def sign_changes(flows: Array) -> NDArray[np.intp]:
    """How often each column of flows changes sign, zeros passed over."""
    changes = np.zeros(flows.shape[1], dtype=np.intp)
    last = np.zeros(flows.shape[1])
    for row in np.sign(flows):
        changes += (row * last) < 0
        last = np.where(row != 0, row, last)
    return changes


def internal_rates(flows: Array, dates: Array) -> Array:
    """The annual effective rate (Actual/365) per column of ``flows``; NaN where none exists.

    ``flows`` is (period, scenario), ``dates`` serial days of shape (period, scenario) or (period, 1). Rates from
    −99.9 % to 99,900 % are searched; of several, the one nearest to 10 % is taken.
    """
    width = flows.shape[1]
    rates = np.full(width, np.nan)
    flows = np.ascontiguousarray(flows)
    years = np.broadcast_to((dates - dates[0]) / 365.0, flows.shape)
    able = np.flatnonzero(sign_changes(flows) > 0)
    if able.size:
        rates[able] = _roots(flows[:, able], years[:, able])
    return rates


def _roots(flows: Array, years: Array) -> Array:
    low, high = _brackets(flows, years)
    found = ~np.isnan(low)
    rates = np.full(flows.shape[1], np.nan)
    columns = np.flatnonzero(found)
    if columns.size:
        rates[columns] = np.expm1(_newton(flows[:, columns], years[:, columns], low[columns], high[columns]))
    return rates


def _worth(flows: Array, years: Array, log_rate: Array) -> Array:
    discounted = flows * np.exp(-years * log_rate)
    if discounted.shape[1] == 1:
        return np.cumsum(discounted[:, 0])[-1:]
    worth: Array = discounted.sum(axis=0)
    return worth


def _brackets(flows: Array, years: Array) -> tuple[Array, Array]:
    """For each column the interval of the search grid nearest to 10 % in which the present value changes sign."""
    low, high = np.full(flows.shape[1], np.nan), np.full(flows.shape[1], np.nan)
    order = np.argsort(np.abs(_GRID[:-1] + _GRID[1:] - 2 * _NEAR), kind="stable")
    start = int(order[0])
    below, above = start, start + 1
    worth = {below: _worth(flows, years, _full(flows, below)), above: _worth(flows, years, _full(flows, above))}
    for cell in order:
        for edge in (cell, cell + 1):
            if edge not in worth:
                worth[edge] = _worth(flows, years, _full(flows, edge))
        crossing = np.isnan(low) & (worth[cell] * worth[cell + 1] <= 0)
        low[crossing], high[crossing] = _GRID[cell], _GRID[cell + 1]
        if not np.isnan(low).any():
            break
    return low, high


def _full(flows: Array, edge: int) -> Array:
    return np.full(flows.shape[1], _GRID[edge])


def _newton(flows: Array, years: Array, low: Array, high: Array) -> Array:
    at_low = _worth(flows, years, low)
    root = (low + high) / 2
    done = np.zeros(root.shape, dtype=bool)
    weighted = flows * years
    for _ in range(_ROUNDS):
        worth = _worth(flows, years, root)
        slope = -_worth(weighted, years, root)
        same = (worth * at_low) > 0
        low = np.where(same, root, low)
        high = np.where(same, high, root)
        step = np.where(slope != 0, root - worth / np.where(slope != 0, slope, 1.0), np.inf)
        inside = (step > np.minimum(low, high)) & (step < np.maximum(low, high))
        following = np.where(inside, step, (low + high) / 2)
        following = np.where(worth == 0, root, following)
        settled = np.abs(following - root) <= 1e-15 + 1e-14 * np.abs(root)
        root = np.where(done, root, following)
        done |= settled
        if done.all():
            break
    return root
