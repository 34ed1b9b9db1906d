"""A bridge between two results: what each cause adds or takes, from where the one before ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from finmodel.outputs.charts import Bar, Caption, Number
from finmodel.outputs.svg import Drawing, text_width
from finmodel.outputs.uncertainty.scale import LABELS, LINE, WIDTH, Scale, row_label, row_lines

__all__ = ["Bridge", "waterfall_chart"]

_ROW = 30.0


@dataclass(frozen=True, slots=True)
class Bridge:
    """A first result, the changes that lead from it, and the last; each with the words at its end."""

    start: Bar
    steps: Sequence[Bar]
    end: Bar


def waterfall_chart(caption: Caption, bridge: Bridge, number: Number) -> Markup:
    """Rows from the first result to the last; the scale need not begin at zero, so results are marks and no bars."""
    rows = [bridge.start, *bridge.steps, bridge.end]
    heights = [max(_ROW, len(row_lines(row.label)) * LINE + 10) for row in rows]
    drawing = Drawing(WIDTH, sum(heights) + 34)
    spans = _spans(bridge)
    room = max(text_width(row.shown) for row in rows) + 12
    scale = Scale(LABELS + 8, WIDTH - LABELS - 8 - room, [value for span in spans for value in span])
    scale.grid(drawing, 2, drawing.height - 26, number)
    top = 4.0
    for index, (row, height, (start, stop)) in enumerate(zip(rows, heights, spans, strict=True)):
        centre = top + height / 2
        row_label(drawing, row_lines(row.label), centre, bold=row.total)
        left, right = sorted((scale.x(start), scale.x(stop)))
        if row.total:
            drawing.dot(right, centre, "blue", 6.0)
        else:
            drawing.rect(left, centre - 8, max(right - left, 1.0), 16, "green" if stop >= start else "orange")
        drawing.text(right + 10, centre + 4, row.shown, bold=row.total)
        top += height
        if index + 1 < len(rows):
            x = scale.x(stop)
            drawing.line([(x, centre + 8), (x, top + heights[index + 1] / 2 - 8)], "muted", width=1.0)
    return drawing.markup(caption.key, caption.title, caption.description)


def _spans(bridge: Bridge) -> list[tuple[float, float]]:
    level = bridge.start.value
    spans = [(level, level)]
    for step in bridge.steps:
        spans.append((level, level + step.value))
        level += step.value
    return [*spans, (bridge.end.value, bridge.end.value)]
