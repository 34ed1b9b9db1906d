"""Flows of one deal as a pool sees them: by calendar year, for the pool's share, in the pool's money."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from finmodel.inputs.figure import Figure
from finmodel.results import Period
from finmodel.yearly import years

__all__ = ["FLOWS", "LINES", "Flows", "calendar_of", "conversion", "flows_of", "pooled_flows"]

Array = NDArray[np.float64]

FLOWS: Mapping[str, str] = {
    "cfads": "CFADS",
    "debt_service": "Debt service scheduled",
    "collected": "Debt service collected by lenders",
    "distributions": "Distributions to sponsors",
    "paid_in": "Paid in by sponsors",
    "uses": "Uses of funds",
    "debt": "Debt of the deals, closing",
}
"""What a pool knows of each deal by year, and what it is called."""

LINES = (
    "cfads", "ratio_debt_service", "debt_service_due", "arrears", "equity_received", "equity_invested", "uses",
    "debt_closing",
)  # fmt: skip
"""The lines of a deal's model that these follow from."""

_PLAIN = {
    "cfads": "cfads", "debt_service": "ratio_debt_service", "distributions": "equity_received",
    "paid_in": "equity_invested", "uses": "uses", "debt": "debt_closing",
}  # fmt: skip
_BALANCE = "debt"


@dataclass(frozen=True, slots=True)
class Flows:
    """Values by what they are, each (year, scenario), over consecutive calendar years from ``first``."""

    first: int
    values: Mapping[str, Array]

    @property
    def years(self) -> range:
        """The calendar years."""
        return range(self.first, self.first + len(next(iter(self.values.values()))))

    def over(self, calendar: range) -> Mapping[str, Array]:
        """The same over a longer calendar, with nothing before and after."""
        before, after = self.first - calendar.start, calendar.stop - self.years.stop
        return {name: np.pad(found, ((before, after), (0, 0))) for name, found in self.values.items()}


def calendar_of(deals: Sequence[Flows]) -> range:
    """The years from the first in which any deal has a period to the last."""
    return range(min(deal.years.start for deal in deals), max(deal.years.stop for deal in deals))


def flows_of(lines: Mapping[str, Array], periods: Sequence[Period], factor: ArrayLike = 1.0) -> Flows:
    """A deal's flows from the lines ``LINES``, each (period, scenario), times a factor, by year or (year, scenario).

    Flows of a year are those of the periods that end in it; a balance is that of the last of them.
    """
    places = years(periods)
    calendar = range(min(places), max(places) + 1)
    by_period = {name: lines[line] for name, line in _PLAIN.items()}
    by_period["collected"] = lines["debt_service_due"] - lines["arrears"]
    width = max(found.shape[1] for found in by_period.values())
    times = np.asarray(factor, float)
    times = times[:, np.newaxis] if times.ndim == 1 else times
    found = {
        name: np.stack([_of_year(by_period[name], places.get(year, ()), name, width) for year in calendar]) * times
        for name in FLOWS
    }
    return Flows(calendar.start, found)


def _of_year(values: Array, places: Sequence[int], name: str, width: int) -> Array:
    """One row a year, added period by period so that a scenario's sum never depends on those beside it."""
    row = np.zeros(width)
    for place in places[-1:] if name == _BALANCE else places:
        row = row + values[place]
    return row


def pooled_flows(deals: Sequence[Flows]) -> Flows:
    """The sum of the deals, over the calendar of all of them, added in their order."""
    calendar = calendar_of(deals)
    spread = [deal.over(calendar) for deal in deals]
    first, *rest = spread
    total = dict(first)
    for deal in rest:
        total = {name: values + deal[name] for name, values in total.items()}
    return Flows(calendar.start, total)


def conversion(rate: Figure | None, calendar: range) -> Array:
    """What a unit of the deal's currency is worth in each year; a year without a number has that of the year before."""
    if rate is None:
        return np.ones(len(calendar))
    if not rate.by_year:
        return np.full(len(calendar), rate.number)
    stated = rate.by_year
    found = [next((value for year, value in reversed(stated) if year <= asked), stated[0][1]) for asked in calendar]
    return np.array(found)
