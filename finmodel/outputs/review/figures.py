"""The picture of a review: what each project receives by year, and the proceeds that wait at the end of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise

from finmodel.outputs.charts import Caption, stacked_chart
from finmodel.outputs.plot import Series
from finmodel.outputs.term_sheet.document import Figure
from finmodel.outputs.term_sheet.view import View

__all__ = ["allocation_figure"]

_COLOURS = ("green", "blue", "violet", "ochre", "pink", "grey")
_NOTHING = 1e-6


def allocation_figure(view: View, until: int | None = None) -> Iterator[Figure]:
    """Allocations to each project as bars, proceeds not allocated as a line; nothing where nothing is allocated.

    Years after the last in which anything moves are left out, and those after ``until``.
    """
    if "green_unallocated" not in view.results.series:
        return
    lines = view.results.graph.tagged(green="allocated_to_project")
    received = {line.instance: _summed(view, line.name) for line in lines}
    shown = {name: values for name, values in received.items() if any(values.values())}
    waiting = _at_the_end(view, "green_unallocated")
    if not shown:
        return
    years = [year for year in _moving(waiting, shown.values()) if until is None or year <= until]
    if not years:
        return
    caption = Caption(
        "figure-allocation",
        view.say("Allocations by project, and proceeds that wait"),
        view.say("Bars show what each project receives in the year, the line what is not allocated at its end."),
        view.language.currency(view.results.currency),
    )
    bars = [
        Series(view.instance(name), [values[year] for year in years], _COLOURS[place % len(_COLOURS)])
        for place, (name, values) in enumerate(shown.items())
    ]
    line = Series(view.label("green_unallocated"), [waiting[year] for year in years], "orange")
    axis = [f"{year:.0f}" for year in years]
    picture = stacked_chart(caption, axis, bars, [line], lambda value: view.language.number(value, 0))
    yield Figure(f"{caption.key}-block", caption.title, picture)


def _moving(waiting: Mapping[float, float], received: Collection[Mapping[float, float]]) -> list[float]:
    """The years up to the last in which anything is received, or what waits changes."""
    years = list(waiting)
    moves = [abs(now - before) for before, now in pairwise((0.0, *waiting.values()))]
    busy = [i for i, year in enumerate(years) if moves[i] > _NOTHING or any(values[year] for values in received)]
    return years[: busy[-1] + 1]


def _summed(view: View, name: str) -> dict[float, float]:
    """A flow by the calendar year in which its periods begin, as allocations are counted."""
    found: dict[float, float] = {}
    for year, value in _dated(view, name):
        found[year] = found.get(year, 0.0) + value
    return found


def _at_the_end(view: View, name: str) -> dict[float, float]:
    """A balance at the end of the last period that begins in each calendar year."""
    return dict(_dated(view, name))


def _dated(view: View, name: str) -> Iterator[tuple[float, float]]:
    pairs = zip(view.series("calendar_year"), view.series(name), strict=True)
    return ((year or 0.0, value or 0.0) for year, value in pairs)
