"""Internal rates of many dated cash flows at once: Newton's method inside a bracket, per scenario.

The function whose root is sought is the logarithm of what the inflows are worth over what the outflows are worth.
It has the same roots as the present value but is nearly a straight line in the logarithm of the rate, so that a
handful of rounds is enough from any start.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

__all__ = ["added_up", "internal_rates", "sign_changes"]

Array = NDArray[np.float64]

_NEAR = 1.1
_EDGES = np.linspace(np.log(1e-3), np.log(1e3), 2401)
_CELLS = np.argsort(np.abs(np.exp(_EDGES[:-1]) + np.exp(_EDGES[1:]) - 2 * _NEAR), kind="stable")
_ROUNDS = 100
_AT_ONCE = 49_152
"""Flows that are worked on at a time, few enough to stay in the processor's cache."""
_FEW = 64
"""Columns up to which one call for all rows is quicker than one for each."""
_FAR = 200.0
"""Exponents beyond which factors are counted from the last date."""
_SURE = 1e-6
"""How far from the ends of the range a root is certainly one."""


def sign_changes(flows: Array) -> NDArray[np.intp]:
    """How often each column of flows changes sign, zeros passed over."""
    signs = np.sign(flows)
    for before, row in pairwise(signs):
        if np.count_nonzero(row) < row.size:
            np.copyto(row, before, where=row == 0)
    changes: NDArray[np.intp] = np.count_nonzero(signs[1:] * signs[:-1] < 0, axis=0)
    return changes


def _sign_changes_of_many(flows: Array) -> NDArray[np.intp]:
    """The same as ``sign_changes``, quickly where all columns are spent in the same first rows and gain after them."""
    gains = np.flatnonzero(flows.max(axis=1) > 0.0)
    turn = int(gains[0]) if gains.size else len(flows)
    if turn == len(flows) or flows[turn:].min() < 0.0:
        return sign_changes(flows)
    spent, gained = (flows[:turn] < 0.0).any(axis=0), (flows[turn:] > 0.0).any(axis=0)
    changes: NDArray[np.intp] = np.zeros(flows.shape[1], dtype=np.intp)
    changes[spent & gained] = 1
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
    days = dates - dates[0]
    width = max(flows.shape[1], days.shape[1])
    flows = np.broadcast_to(flows, (flows.shape[0], width))
    step = max(_AT_ONCE // len(flows), 1)
    parts = [slice(start, start + step) for start in range(0, width, step)]
    with np.errstate(divide="ignore", invalid="ignore"):
        rates = [_rates(flows[:, part], days if days.shape[1] == 1 else days[:, part]) for part in parts]
    return np.concatenate(rates)


def _rates(flows: Array, days: Array) -> Array:
    changes = _sign_changes_of_many(flows)
    rates = np.full(flows.shape[1], np.nan)
    for columns, roots in ((changes == 1, _only_root), (changes > 1, _nearest_root)):
        if columns.any():
            chosen = flows if columns.all() else flows.compress(columns, axis=1)
            rates[columns] = np.expm1(roots(chosen / np.abs(chosen).max(axis=0), _of(days, columns)))
    return rates


def _of(days: Array, columns: NDArray[np.bool_]) -> Array:
    return days if days.shape[1] == 1 else days.compress(columns, axis=1)


def _only_root(flows: Array, days: Array) -> Array:
    """The root of flows that change sign once, and so have one at most: far left of it the last flows decide."""
    lowest, highest = np.full(flows.shape[1], _EDGES[0]), np.full(flows.shape[1], _EDGES[-1])
    roots = _newton(flows, days, lowest, highest, _last_sign(flows))
    doubtful = ~((lowest + _SURE < roots) & (roots < highest - _SURE))
    if doubtful.any():
        flows, days = flows.compress(doubtful, axis=1), _of(days, doubtful)
        none = _sign(flows, days, _EDGES[:1]) * _sign(flows, days, _EDGES[-1:]) > 0
        roots[doubtful] = np.where(none, np.nan, roots[doubtful])
    return roots


def _last_sign(flows: Array) -> Array:
    """The sign of the last flow of each column that is not 0."""
    last: Array = np.sign(flows[-1])
    for row in flows[-2::-1]:
        if np.count_nonzero(last) == last.size:
            break
        np.copyto(last, np.sign(row), where=last == 0)
    return last


def _nearest_root(flows: Array, days: Array) -> Array:
    low, high = _nearest_bracket(flows, days)
    found = ~np.isnan(low)
    roots = np.full(flows.shape[1], np.nan)
    if found.any():
        flows, days, low = flows.compress(found, axis=1), _of(days, found), low[found]
        roots[found] = _newton(flows, days, low, high[found], _sign(flows, days, low))
    return roots


def _nearest_bracket(flows: Array, days: Array) -> tuple[Array, Array]:
    """For each column the interval of the search grid nearest to 10 % in which the present value changes sign."""
    low, high = np.full(flows.shape[1], np.nan), np.full(flows.shape[1], np.nan)
    waiting = np.arange(flows.shape[1])
    signs: dict[int, Array] = {}
    for cell in map(int, _CELLS):
        for edge in {cell, cell + 1} - signs.keys():
            signs[edge] = _sign(flows, days, _EDGES[edge : edge + 1])
        crossing = signs[cell] * signs[cell + 1] <= 0
        signs = {edge: signs[edge] for edge in (min(signs), max(signs))}
        if crossing.any():
            low[waiting[crossing]], high[waiting[crossing]] = _EDGES[cell], _EDGES[cell + 1]
            waiting = waiting[~crossing]
            flows, days = flows.compress(~crossing, axis=1), _of(days, ~crossing)
            signs = {edge: sign[~crossing] for edge, sign in signs.items()}
        if not waiting.size:
            break
    return low, high


def _sign(flows: Array, days: Array, log_rate: Array) -> Array:
    return np.sign(added_up(flows * _discount_factors(days, log_rate)))


def _discount_factors(days: Array, log_rate: Array) -> Array:
    """Factors of each date, counted from the first or, at negative rates, from the last: never above 1."""
    exponents = -(days / 365.0) * log_rate
    if exponents[-1].max() > 0.0:
        exponents -= np.maximum(exponents[-1], 0.0)
    factors: Array = np.exp(exponents)
    return factors


def _newton(flows: Array, days: Array, low: Array, high: Array, sign_at_low: Array) -> Array:
    # Rows before the first and after the last inflow (or outflow) of all columns add nothing to the sums.
    into, out = _span(flows.max(axis=1) > 0.0), _span(flows.min(axis=1) < 0.0)
    inflows, outflows = np.maximum(flows[into], 0.0), np.maximum(-flows[out], 0.0)
    gained, spent = np.empty_like(inflows), np.empty_like(outflows)
    factors = np.empty((len(flows), flows.shape[1]))
    years, gaps = days / 365.0, _Gaps(days)
    root = (low + high) / 2
    done = np.zeros(root.shape, dtype=bool)
    for _ in range(_ROUNDS):
        gaps.discount_factors(root, factors)
        gain, later = _sums(inflows, factors[into], years[into], gained)
        spending, sooner = _sums(outflows, factors[out], years[out], spent)
        value = np.log(gain / spending)
        slope = sooner / spending - later / gain
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


class _Gaps:
    """Discount factors from date to date: exponentials of the few different gaps between dates, multiplied up."""

    def __init__(self, days: Array) -> None:
        self.days = days
        self.gaps = np.diff(days, axis=0) / 365.0
        self.which: Sequence[int] = range(len(self.gaps))
        if days.shape[1] == 1:
            different, which = np.unique(self.gaps, return_inverse=True)
            self.gaps, self.which = different[:, np.newaxis], which.ravel().tolist()

    def discount_factors(self, log_rate: Array, out: Array) -> None:
        """Puts the factors of each date into ``out``, counted from the first date or, where they grow, the last."""
        growth = np.exp(-self.gaps * log_rate)
        out[0] = 1.0
        if out.shape[1] < _FEW:
            np.take(growth, self.which, axis=0, out=out[1:])
            np.multiply.accumulate(out, axis=0, out=out)
        else:
            rows = list(out)
            for before, row, gap in zip(rows, rows[1:], self.which, strict=False):
                np.multiply(before, growth[gap], out=row)
        if (wild := -self.days[-1] * log_rate > 365.0 * _FAR).any():
            out[:, wild] = _discount_factors(_of(self.days, wild), log_rate[wild])


def _span(rows: NDArray[np.bool_]) -> slice:
    places = np.flatnonzero(rows)
    return slice(places[0], places[-1] + 1)


def _sums(flows: Array, factors: Array, years: Array, worth: Array) -> tuple[Array, Array]:
    """What flows are worth, and that worth weighted by the years to each."""
    np.multiply(flows, factors, out=worth)
    value = added_up(worth)
    np.multiply(worth, years, out=worth)
    return value, added_up(worth)
