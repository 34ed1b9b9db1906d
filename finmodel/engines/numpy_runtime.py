"""What the generated NumPy code calls: the nodes that are not plain operators, each with its edges decided.

Series are padded with a row of zeros before the first and after the last period, so that ``previous`` and
``following`` need no special case; the grid itself is ``values[1:-1]``. Blank is NaN.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from finmodel.engines.internal_rate import added_up, internal_rates

__all__ = [
    "at",
    "average",
    "choose",
    "day",
    "divide",
    "divide_into",
    "each",
    "earlier",
    "earlier_row",
    "filled",
    "first_where",
    "highest",
    "internal_rate",
    "lowest",
    "month",
    "month_end",
    "number",
    "one",
    "padded",
    "power",
    "ratio",
    "ratio_into",
    "row_at",
    "rows",
    "rows_at",
    "rows_before",
    "series",
    "single",
    "sum_product",
    "total",
    "where",
    "wide",
    "year",
]

Array = NDArray[np.float64]

_ZERO = np.zeros(())
_EPOCH = np.datetime64("1899-12-30", "D")


def series(periods: int, width: int) -> Array:
    """Room for a series: the rows of the grid are still to be computed, the rows around it are zero."""
    values = np.empty((periods + 2, width))
    values[0] = values[-1] = 0.0
    return values


def single(value: ArrayLike) -> Array:
    """A single value per scenario, as an array whatever it was computed from."""
    return np.atleast_1d(np.asarray(value, dtype=np.float64))


def rows(values: Array, width: int) -> list[Array]:
    """The rows of a series, each a single number where the series is narrower than the loop that reads it."""
    return list(values) if values.shape[1] == width else [values[t, 0, ...] for t in range(len(values))]


def wide(value: ArrayLike, width: int) -> Array:
    """A single value in the width of a loop."""
    values = single(value)
    return values if values.size == width else np.full(width, values)


def total(values: Array) -> Array:
    """The sum over all periods, always added in the order of the periods whatever the number of scenarios."""
    return added_up(values[1:-1])


def sum_product(left: Array, right: Array) -> Array:
    """The sum over all periods of left × right."""
    return added_up(left[1:-1] * right[1:-1])


def lowest(values: Array) -> Array:
    """The lowest value that is not blank."""
    found: Array = np.fmin.reduce(values[1:-1], axis=0)
    return found


def highest(values: Array) -> Array:
    """The highest value that is not blank."""
    found: Array = np.fmax.reduce(values[1:-1], axis=0)
    return found


def average(values: Array) -> Array:
    """The mean of the values that are not blank; blank where all are."""
    grid = values[1:-1]
    there = ~np.isnan(grid)
    return ratio(added_up(np.where(there, grid, 0.0)), there.sum(axis=0).astype(np.float64))


def first_where(flag: Array) -> Array:
    """The position of the first 1, counted from 1; 0 where there is none."""
    grid = flag[1:-1] == 1.0
    return np.where(grid.any(axis=0), grid.argmax(axis=0) + 1.0, 0.0)


def internal_rate(flows: Array, dates: Array) -> Array:
    """Annual effective rate of dated flows, per scenario."""
    return internal_rates(flows[1:-1], dates[1:-1])


def divide(left: Array, right: Array) -> Array:
    """left ÷ right; 0 where right is 0."""
    return _quotient(left, right, 0.0)


def ratio(left: Array, right: Array) -> Array:
    """left ÷ right; blank where right is 0."""
    return _quotient(left, right, np.nan)


def _quotient(left: Array, right: Array, instead: float) -> Array:
    none = right == _ZERO
    if not np.count_nonzero(none):
        return left / right
    return np.where(none, instead, left / np.where(none, 1.0, right))


def where(condition: NDArray[np.bool_], chosen: Array, otherwise: Array) -> Array:
    """``chosen`` where the condition holds, else ``otherwise``; quick where all scenarios share the condition."""
    if np.ndim(condition) == 0:
        return chosen if condition else otherwise
    return np.where(condition, chosen, otherwise)


def filled(value: Array, instead: Array) -> Array:
    """The value, or ``instead`` where it is blank."""
    return np.where(np.isnan(value), instead, value)


def power(base: Array, exponent: Array) -> Array:
    """base to the power of exponent; 0 where base is not positive."""
    positive = base > 0.0
    if np.count_nonzero(positive) == np.size(positive):
        return np.power(base, exponent)
    return np.where(positive, np.power(np.where(positive, base, 1.0), exponent), 0.0)


def at(series: Array, position: Array) -> Array:
    """The value of a padded series or table at positions counted from 1; 0 outside it."""
    return _picked(series, np.atleast_1d(np.clip(position, 0, series.shape[0] - 1)).astype(np.intp))


def _picked(series: Array, places: NDArray[np.intp]) -> Array:
    if series.shape[1] == 1:
        picked: Array = series[places, 0]
    elif places.shape[-1] == 1:
        picked = series[places[..., 0]]
    else:
        picked = series[places, np.arange(places.shape[-1])]
    return picked


def earlier_row(series: Array, t: int, periods: Array) -> Array:
    """The row ``periods`` (at least 1) before row ``t`` of a padded series; zeros before the first."""
    if np.size(periods) == 1:
        row: Array = series[max(t - max(int(np.asarray(periods).item()), 1), 0)]
        return row
    return _picked(series, np.maximum(t - np.maximum(np.floor(periods), 1.0).astype(np.intp), 0))


def earlier(series: Array, periods: Array) -> Array:
    """The grid of a padded series, ``periods`` (at least 1) periods before; zeros before the first."""
    return np.stack([earlier_row(series, t, periods) for t in range(1, len(series) - 1)])


def _days(serial: Array) -> NDArray[np.datetime64]:
    return _EPOCH + np.floor(serial).astype("timedelta64[D]")


def year(date: Array) -> Array:
    """The calendar year of a serial date."""
    years: Array = _days(date).astype("datetime64[Y]").astype(np.float64) + 1970.0
    return years


def month(date: Array) -> Array:
    """The calendar month of a serial date, 1 to 12."""
    months: Array = np.mod(_days(date).astype("datetime64[M]").astype(np.float64), 12.0) + 1.0
    return months


def day(date: Array) -> Array:
    """The day of the month of a serial date."""
    days = _days(date)
    since_the_first = days - days.astype("datetime64[M]").astype("datetime64[D]")
    number: Array = since_the_first.astype(np.float64) + 1.0
    return number


def month_end(date: Array, months: Array) -> Array:
    """The serial date of the last day of the month ``months`` after ``date``."""
    first = _days(date).astype("datetime64[M]") + np.floor(months).astype("timedelta64[M]")
    last = (first + np.timedelta64(1, "M")).astype("datetime64[D]") - np.timedelta64(1, "D")
    serial: Array = (last - _EPOCH).astype(np.float64)
    return serial


def padded(values: Array) -> Array:
    """A series or a table with a row of zeros before and after."""
    return np.pad(values, ((1, 1), (0, 0)))


def one(value: ArrayLike) -> Array:
    """A single value that all scenarios share, as a plain number."""
    return np.atleast_1d(np.asarray(value))[0, ...]


def each(values: Array) -> list[Array]:
    """The values of a series that all scenarios share, period by period, as plain numbers."""
    column = values[:, 0].copy()
    return [column[t, ...] for t in range(len(column))]


def row_at(rows: list[Array], position: Array) -> Array:
    """The row of a padded series or table at a position counted from 1; zeros outside it."""
    return rows[int(min(max(float(position), 0.0), len(rows) - 1.0))]


def rows_at(rows: list[Array], positions: list[Array]) -> list[Array]:
    """The rows of a padded series or table at the positions of each period."""
    return [row_at(rows, position) for position in positions]


def rows_before(rows: list[Array], lag: Array, periods: int) -> list[Array]:
    """The rows ``lag`` (at least 1) periods before each period of a padded series."""
    back = max(int(lag), 1)
    return [rows[max(t - back, 0)] for t in range(1, periods + 1)]


def number(flag: NDArray[np.bool_], out: Array | None = None) -> Array:
    """1 where a flag holds, else 0."""
    found: Array = np.empty(np.shape(flag)) if out is None else out
    np.copyto(found, flag)
    return found


def divide_into(left: Array, right: Array, out: Array | None = None) -> Array:
    """left ÷ right; 0 where right is 0."""
    return _quotient_into(left, right, 0.0, out)


def ratio_into(left: Array, right: Array, out: Array | None = None) -> Array:
    """left ÷ right; blank where right is 0."""
    return _quotient_into(left, right, np.nan, out)


def _quotient_into(left: Array, right: Array, instead: float, out: Array | None) -> Array:
    if np.count_nonzero(right) == np.size(right):
        return np.divide(left, right, out)
    found = _quotient(left, right, instead)
    if out is None:
        return np.atleast_1d(found)
    np.copyto(out, found)
    return out


def choose(condition: NDArray[np.bool_], chosen: Array, otherwise: Array) -> Array:
    """``chosen`` where the condition holds, else ``otherwise``."""
    return np.where(condition, chosen, otherwise)
