"""The tornado: for each move two bars from the result of the case, one to its low end and one to its high end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from finmodel.outputs.charts import Caption, Number
from finmodel.outputs.plot import legend
from finmodel.outputs.svg import Drawing, text_width
from finmodel.outputs.uncertainty.scale import LABELS, LINE, WIDTH, Scale, row_label, row_lines
from finmodel.results import Value

__all__ = ["End", "TornadoRow", "tornado_chart"]

_LOW, _HIGH = "orange", "blue"
_THICK = 13.0
_ROW = 2 * _THICK + 12


@dataclass(frozen=True, slots=True)
class End:
    """One end of a move: the result there, and the words at the end of its bar."""

    value: Value
    shown: str


@dataclass(frozen=True, slots=True)
class TornadoRow:
    """One move: its name, between what it moves, and the result at both ends."""

    label: str
    detail: str
    low: End
    high: End


def tornado_chart(
    caption: Caption, rows: Sequence[TornadoRow], base: End, ends: tuple[str, str], number: Number
) -> Markup:
    """Rows in the order given; the bar of the low end stands above that of the high end, so that none hides another."""
    heights = [max(_ROW, len(row_lines(row.label, row.detail)) * LINE + 10) for row in rows]
    drawing = Drawing(WIDTH, 52 + sum(heights) + 28)
    legend(drawing, [(ends[0], _LOW, "bar"), (ends[1], _HIGH, "bar")], 0, 2)
    middle = base.value or 0.0
    both = [end for row in rows for end in (row.low, row.high)]
    room = max((text_width(end.shown) for end in both), default=0.0) + 10
    values = [middle, *(end.value for end in both if end.value is not None)]
    spare = [value for value in values if value < middle]
    left = LABELS + (room if spare else 12)
    scale = Scale(left, WIDTH - left - room, values, exact=True)
    scale.grid(drawing, 46, drawing.height - 26, number)
    top = 48.0
    for row, height in zip(rows, heights, strict=True):
        centre = top + height / 2
        row_label(drawing, row_lines(row.label, row.detail), centre)
        _bar(drawing, scale, middle, row.low, centre - _THICK - 0.5, _LOW)
        _bar(drawing, scale, middle, row.high, centre + 0.5, _HIGH)
        top += height
    x = scale.x(middle)
    drawing.line([(x, 42), (x, drawing.height - 26)], "ink", width=1.5)
    wide = text_width(base.shown) / 2
    drawing.text(min(x, WIDTH - wide), 38, base.shown, anchor="middle", bold=True)
    return drawing.markup(caption.key, caption.title, caption.description)


def _bar(drawing: Drawing, scale: Scale, middle: float, end: End, top: float, colour: str) -> None:
    """One bar with its words beyond its end; only words where there is no value."""
    start = scale.x(middle)
    stop = start if end.value is None else scale.x(end.value)
    if end.value is not None:
        drawing.rect(min(start, stop), top, max(abs(stop - start), 1.0), _THICK, colour)
    to_left = stop < start - 0.05
    drawing.text(stop - 5 if to_left else stop + 5, top + _THICK - 2.5, end.shown, anchor="end" if to_left else "start")
