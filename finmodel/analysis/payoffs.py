"""Payoffs: what is paid, in one year, against how much is achieved, used or earned, by the lines of the model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from finmodel.analysis.sweeps import Sweep, swept
from finmodel.results import Payoff, RecordRow, Results
from finmodel.yearly import years

__all__ = ["payoffs"]

_LEVELS = tuple(step / 40 for step in range(61))
"""From nothing to half as much again, by 2.5 %."""
_YEAR_OF_OPERATION = 3
"""The full year of operation that is drawn, where there are as many: by then most ramp-ups are over."""
_LIMITS = ("payment_within_total", "payment_within_cap", "payment_with_minimum")
"""What outcomes are paid together, the line behind all limits that a case states first."""
_SAME = 1e-9


@dataclass(frozen=True, slots=True)
class _Picture:
    """What is moved for one instrument, of which line the levels are shares, and the lines seen, the main one first."""

    name: str
    by: str
    moved: str
    lines: tuple[str, ...]
    of: str = ""
    straight: bool = True
    """Whether it is worth a picture where payment is merely proportional."""


def payoffs(results: Results) -> tuple[Payoff, ...]:
    """A payoff for every outcome contract, energy contract, guarantee and share, and for use that is not paid evenly.

    Levels are shares of what the case plans (of the forecast, for a guarantee), in one full year of operation; all
    other years stay as planned. Nothing where no year is wholly in operation.
    """
    year = _year(results)
    if year is None:
        return ()
    found = (_payoff(results, picture, year) for picture in _pictures(results))
    return tuple(payoff for payoff, worth in found if worth)


def _year(results: Results) -> int | None:
    share = results.series.get("operation_share", ())
    whole = 12 / results.period_months
    full = [
        year
        for year, places in years(results.periods).items()
        if len(places) >= whole and share and all((share[place] or 0.0) >= 1 - _SAME for place in places)
    ]
    return full[min(_YEAR_OF_OPERATION, len(full)) - 1] if full else None


def _pictures(results: Results) -> Iterator[_Picture]:
    lines = results.graph.lines
    for line in results.graph.tagged(statement="revenue"):
        name = line.instance
        if f"{name}.outcomes_payment" in lines:
            outcomes = tuple(each.name for each in results.graph.tagged(outcome=name))
            together = next(f"{name}.{limit}" for limit in _LIMITS if f"{name}.{limit}" in lines)
            yield _Picture(name, "achievement", f"{name}.achievement", (together, *outcomes))
        elif f"{name}.client_gain" in lines:
            seen = _own(name, "revenue", "client_gain", "bill_saved")
            yield _Picture(name, "savings", f"{name}.achievement", seen)
        elif f"{name}.forecast_of_period" in lines:
            seen = _own(name, "kept", "revenue_covered", "revenue", "cost")
            yield _Picture(name, "forecast", f"{name}.revenue_covered", seen, of=f"{name}.forecast_of_period")
        elif _given(results, f"{name}.volume_factor"):
            yield _Picture(name, "use", f"{name}.volume_factor", (line.name,), straight=False)
    for line in results.graph.tagged(statement="opex"):
        name = line.instance
        if f"{name}.share_to_settle" in lines:
            seen = _own(name, "cost", "revenue_covered")
            yield _Picture(name, "revenue", f"{name}.revenue_covered", seen)


def _own(name: str, *lines: str) -> tuple[str, ...]:
    return tuple(f"{name}.{line}" for line in lines)


def _given(results: Results, name: str) -> bool:
    return name in results.graph.inputs or f"{name}_by_year" in results.graph.inputs


def _payoff(results: Results, picture: _Picture, year: int) -> tuple[Payoff, bool]:
    found = swept(results, Sweep(picture.moved, _LEVELS, year, picture.of), picture.lines)
    rows = tuple(
        RecordRow(name, line.full_label, line.unit, found[name])
        for name, line in ((name, results.graph.lines[name]) for name in picture.lines)
        if any(found[name])
    )
    worth = bool(rows) and (picture.straight or not all(_proportional(row.values) for row in rows))
    return Payoff(picture.name, picture.by, year, _LEVELS, rows), worth


def _proportional(values: Sequence[float | None]) -> bool:
    """Whether values rise evenly from nothing with the levels."""
    last = (values[-1] or 0.0) / _LEVELS[-1]
    return all(abs((v or 0.0) - last * x) <= _SAME * max(abs(last), 1.0) for v, x in zip(values, _LEVELS, strict=True))
