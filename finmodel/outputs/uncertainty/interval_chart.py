"""Intervals in rows: from a low to a high value with the middle one marked, all on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from finmodel.outputs.charts import Caption, Number
from finmodel.outputs.plot import legend
from finmodel.outputs.svg import Drawing, text_width
from finmodel.outputs.uncertainty.scale import LABELS, LINE, WIDTH, Scale, row_label, row_lines

__all__ = ["Interval", "IntervalRow", "interval_chart"]

_STEP = 20.0


@dataclass(frozen=True, slots=True)
class Interval:
    """A low, a middle and a high value, with the words at the right."""

    low: float
    middle: float
    high: float
    shown: str


@dataclass(frozen=True, slots=True)
class IntervalRow:
    """One row: its name and an interval of every kind."""

    label: str
    intervals: Sequence[Interval]
    bold: bool = False


def interval_chart(
    caption: Caption,
    rows: Sequence[IntervalRow],
    kinds: Sequence[tuple[str, str]],
    number: Number,
    *,
    bars: bool = False,
) -> Markup:
    """Rows of intervals, of each kind (a name and a colour) one; with ``bars`` the middle is a bar from zero."""
    heights = [max(len(row.intervals) * _STEP + 8, len(row_lines(row.label)) * LINE + 10) for row in rows]
    drawing = Drawing(WIDTH, 34 + sum(heights) + 26)
    legend(drawing, [(name, colour, "bar") for name, colour in kinds], 0, 2)
    every = [interval for row in rows for interval in row.intervals]
    words = max((text_width(interval.shown) for interval in every), default=0.0) + 14
    values = [0.0, *(value for each in every for value in (each.low, each.middle, each.high))]
    scale = Scale(LABELS, WIDTH - LABELS - words - 8, values)
    scale.grid(drawing, 30, drawing.height - 26, number)
    top = 32.0
    for row, height in zip(rows, heights, strict=True):
        centre = top + height / 2
        row_label(drawing, row_lines(row.label), centre, bold=row.bold)
        first = centre - (len(row.intervals) - 1) / 2 * _STEP
        for index, (interval, (_, colour)) in enumerate(zip(row.intervals, kinds, strict=False)):
            y = first + index * _STEP
            _interval(drawing, scale, interval, y, colour, bars=bars)
            drawing.text(WIDTH, y + 4, interval.shown, anchor="end", bold=row.bold)
        top += height
    return drawing.markup(caption.key, caption.title, caption.description)


def _interval(drawing: Drawing, scale: Scale, interval: Interval, y: float, colour: str, *, bars: bool) -> None:
    low, middle, high = (scale.x(value) for value in (interval.low, interval.middle, interval.high))
    zero = scale.x(0.0)
    if bars:
        drawing.rect(min(zero, middle), y - 6, max(abs(middle - zero), 1.0), 12, colour)
    whisker = "ink" if bars else colour
    drawing.line([(low, y), (high, y)], whisker, width=1.5 if bars else 3.0)
    for end in (low, high):
        drawing.line([(end, y - 5), (end, y + 5)], whisker, width=1.5)
    if not bars:
        drawing.dot(middle, y, colour, 5.0)
