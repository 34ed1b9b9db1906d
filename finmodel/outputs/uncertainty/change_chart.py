"""Bars from zero, to the right where something grows and to the left where it falls, in groups of rows."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from finmodel.outputs.charts import Bar, Caption, Number
from finmodel.outputs.svg import Drawing, text_width
from finmodel.outputs.uncertainty.scale import LABELS, LINE, WIDTH, Scale, row_label, row_lines

__all__ = ["change_chart"]

_ROW = 28.0


def change_chart(caption: Caption, bars: Sequence[Bar], number: Number, colour: str = "") -> Markup:
    """A row for each bar in the order given; green to the right and orange to the left, unless one colour is named."""
    heights = [max(_ROW, len(row_lines(bar.label)) * LINE + 10) for bar in bars]
    drawing = Drawing(WIDTH, sum(heights) + 32)
    room = max((text_width(bar.shown) for bar in bars), default=0.0) + 12
    left = LABELS + (room if any(bar.value < 0 for bar in bars) else 8)
    scale = Scale(left, WIDTH - left - room, [0.0, *(bar.value for bar in bars)])
    scale.grid(drawing, 2, drawing.height - 26, number)
    zero, top = scale.x(0.0), 4.0
    for bar, height in zip(bars, heights, strict=True):
        centre, end = top + height / 2, scale.x(bar.value)
        row_label(drawing, row_lines(bar.label), centre, bold=bar.total)
        shade = colour or ("green" if bar.value >= 0 else "orange")
        drawing.rect(min(zero, end), centre - 8, max(abs(end - zero), 1.0), 16, shade)
        falls = bar.value < 0
        drawing.text(end - 7 if falls else end + 7, centre + 4, bar.shown, anchor="end" if falls else "start")
        top += height
    return drawing.markup(caption.key, caption.title, caption.description)
