"""Statistics of results over scenarios, each with its standard error: means, percentiles, shares, values at risk."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from finmodel.results import Value
from finmodel.simulated import PERCENTILES, Spread

__all__ = ["percentile_error", "share_error", "spread_of", "tail_mean"]

Array = NDArray[np.float64]


def spread_of(values: NDArray[np.floating], *, percentiles: Sequence[int] = PERCENTILES) -> Spread:
    """How some values are spread; blanks are counted and left out.

    Percentiles are those of Hyndman and Fan's type 7 (as NumPy, R and Excel's PERCENTILE.INC have them).
    """
    known = np.sort(values[~np.isnan(values)].astype(np.float64))
    count, blanks = known.size, values.size - known.size
    if not count:
        return Spread(0, blanks, None, None, None, None, None, dict.fromkeys(percentiles), dict.fromkeys(percentiles))
    mean = float(known.mean())
    deviation = float(known.std(ddof=1)) if count > 1 else None
    found = np.percentile(known, percentiles)
    return Spread(
        count=count,
        blanks=blanks,
        mean=mean,
        mean_error=None if deviation is None else deviation / count**0.5,
        deviation=deviation,
        lowest=float(known[0]),
        highest=float(known[-1]),
        percentiles={each: float(value) for each, value in zip(percentiles, found, strict=True)},
        percentile_errors={each: percentile_error(known, each / 100) for each in percentiles},
    )


def percentile_error(ordered: Array, share: float) -> Value:
    """The standard error of a percentile, free of any distribution: a quarter of the way between two ranks.

    The rank of the true percentile among n draws is binomial, with standard deviation √(n p (1 − p)); the ranks lie two
    of them below and above. ``None`` where the draws do not reach that far to both sides.
    """
    count = ordered.size
    middle, reach = share * count, 2 * (count * share * (1 - share)) ** 0.5
    low, high = middle - reach - 0.5, middle + reach - 0.5
    if low < 0 or high > count - 1:
        return None
    below, above = np.interp([low, high], np.arange(count), ordered)
    return float(above - below) / 4


def share_error(share: float, count: int) -> Value:
    """The standard error of a share of draws: √(p (1 − p) / n), by Agresti and Coull where none or all happened.

    A share of exactly 0 or 1 would have an error of 0, which no number of draws can show; two happenings and two
    others are added before the error is taken (1998).
    """
    if not count:
        return None
    if share in (0.0, 1.0):
        share, count = (share * count + 2) / (count + 4), count + 4
    return float((share * (1 - share) / count) ** 0.5)


def tail_mean(losses: Array, share: float) -> tuple[float, float, Value]:
    """Value at risk, conditional value at risk and the error of the latter, at a share such as 0.95.

    The first is the percentile of the losses; the second is the mean of the worst 5 %, also where many losses are the
    same: VaR + E[(loss − VaR)⁺] ÷ 5 % (Rockafellar and Uryasev 2002). Of less than two draws in it there is no error.
    """
    at_risk = float(np.percentile(losses, share * 100))
    beyond = np.maximum(losses - at_risk, 0.0) / (1 - share)
    # Manistre and Hancock (2005): the tail's own variance, and that of where the tail begins.
    error = float(beyond.std(ddof=1)) / losses.size**0.5 if losses.size * (1 - share) > 1.5 else None
    return at_risk, at_risk + float(beyond.mean()), error
