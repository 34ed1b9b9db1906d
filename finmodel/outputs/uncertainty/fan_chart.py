"""The fan of a line by period: the band of nine tenths and that of one half of the scenarios, and the median."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from finmodel.outputs.charts import Caption, Number
from finmodel.outputs.plot import Box, Level, Plot, Series, legend
from finmodel.outputs.svg import Drawing, text_width
from finmodel.results import Value

__all__ = ["Band", "FanLines", "fan_chart"]

_WIDTH, _HEIGHT = 760.0, 380.0
_LEFT, _BELOW = 62.0, 28.0
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Band:
    """What lies between two percentiles: its name, both edges by period, and how strong its colour is."""

    label: str
    low: Sequence[Value]
    high: Sequence[Value]
    opacity: float


@dataclass(frozen=True, slots=True)
class FanLines:
    """What a fan shows: its bands, the widest first, lines over them, and levels that they are held against."""

    bands: Sequence[Band]
    lines: Sequence[Series]
    levels: Sequence[Level] = ()
    cap: float | None = None
    """Values above are drawn at this height."""


def fan_chart(caption: Caption, axis: Sequence[str], fan: FanLines, number: Number, colour: str = "blue") -> Markup:
    """Bands by period with an edge that is seen on every paper, lines over them, levels named at their right ends."""
    drawing = Drawing(_WIDTH, _HEIGHT)
    named = [(line.label, line.colour, "line " + line.dash) for line in fan.lines]
    top = _legend(drawing, fan, named, colour) + 32
    width = _WIDTH - _LEFT - max((text_width(level.label) for level in fan.levels), default=0.0) - 10
    values = [*_all_values(fan), *(level.value for level in fan.levels), 0.0]
    box = Box(_LEFT, top, width, _HEIGHT - top - _BELOW)
    plot = Plot(drawing, box, len(axis), min(values), max(values) or 1.0)
    plot.frame(number, caption.unit)
    for band in fan.bands:
        _band(plot, band, fan.cap, colour)
    plot.levels(fan.levels)
    for line in fan.lines:
        _line(plot, line, fan.cap)
    plot.axis(axis)
    return drawing.markup(caption.key, caption.title, caption.description)


def _legend(drawing: Drawing, fan: FanLines, named: Sequence[tuple[str, str, str]], colour: str) -> float:
    """The bands by a patch as strong as they are with its edge, then the lines."""
    x = 0.0
    for band in fan.bands:
        corners = [(x, 2.0), (x + 18, 2.0), (x + 18, 13.0), (x, 13.0)]
        drawing.area(corners, colour, opacity=band.opacity)
        drawing.line([*corners, corners[0]], colour, width=1.0)
        drawing.text(x + 24, 12, band.label)
        x += 24 + text_width(band.label) + 16
    return 20.0 + legend(drawing, named, 0, 22)


def _all_values(fan: FanLines) -> Iterator[float]:
    rows = [row for band in fan.bands for row in (band.low, band.high)] + [line.values for line in fan.lines]
    return (_held(value, fan.cap) for row in rows for value in row if value is not None)


def _held(value: float, cap: float | None) -> float:
    return value if cap is None else min(value, cap)


def _band(plot: Plot, band: Band, cap: float | None, colour: str) -> None:
    """The filled shape of each run of periods that have values, and its edges as thin lines."""
    for low, high in _runs(plot, band, cap):
        if len(low) == 1:
            low, high = _broad(low, plot.slot), _broad(high, plot.slot)
        plot.drawing.area([*low, *reversed(high)], colour, opacity=band.opacity)
        for edge in (low, high):
            plot.drawing.line(edge, colour, width=1.0)


def _broad(points: list[Point], slot: float) -> list[Point]:
    """A lone period as wide as its place."""
    ((x, y),) = points
    return [(x - slot * 0.36, y), (x + slot * 0.36, y)]


def _runs(plot: Plot, band: Band, cap: float | None) -> Iterator[tuple[list[Point], list[Point]]]:
    low: list[Point] = []
    high: list[Point] = []
    for index, (bottom, top) in enumerate([*zip(band.low, band.high, strict=True), (None, None)]):
        if bottom is not None and top is not None:
            low.append((plot.x(index), plot.y(_held(bottom, cap))))
            high.append((plot.x(index), plot.y(_held(top, cap))))
        elif low:
            yield low, high
            low, high = [], []


def _line(plot: Plot, line: Series, cap: float | None) -> None:
    held = [None if value is None else _held(value, cap) for value in line.values]
    plot.curve(Series(line.label, held, line.colour, line.dash))
