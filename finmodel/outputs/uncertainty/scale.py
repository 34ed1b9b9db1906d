"""A scale from left to right: values along a chart, with upright grid lines and their numbers below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from finmodel.outputs.charts import Number
from finmodel.outputs.plot import ticks
from finmodel.outputs.svg import FONT_SIZE, Drawing, text_width, wrapped

__all__ = ["LABELS", "LINE", "WIDTH", "Scale", "row_label", "row_lines"]

WIDTH = 760.0
LABELS = 236.0
"""What the names of rows may take at the left of a chart."""
LINE = FONT_SIZE + 3
_GAP = 12.0


class Scale:
    """Where values stand between two edges; the ends are round values, unless ``exact``."""

    def __init__(
        self, left: float, width: float, values: Iterable[float], *, exact: bool = False, most: int = 5
    ) -> None:
        known = list(values)
        low, high = min(known, default=0.0), max(known, default=1.0)
        self.left, self.width = left, width
        self.ticks = ticks(low, high, most)
        self.low, self.high = (low, high) if exact and high > low else (self.ticks[0], self.ticks[-1])
        self.ticks = [tick for tick in self.ticks if self.low <= tick <= self.high]

    def x(self, value: float) -> float:
        """Where a value stands; beyond an edge, at the edge."""
        held = min(max(value, self.low), self.high)
        return self.left + self.width * (held - self.low) / (self.high - self.low)

    def grid(self, drawing: Drawing, top: float, bottom: float, number: Number) -> None:
        """Upright lines at round values, and below them as many of the numbers as have room."""
        last = -WIDTH
        for tick in self.ticks:
            x, words = self.x(tick), number(tick)
            drawing.line([(x, top), (x, bottom)], "muted" if tick == 0 else "rule", width=1.0)
            half = text_width(words) / 2
            if words and x - half >= last + _GAP:
                drawing.text(min(x, WIDTH - half), bottom + 17, words, anchor="middle", colour="muted")
                last = x + half


def row_lines(label: str, detail: str = "", room: float = LABELS) -> list[tuple[str, bool]]:
    """The lines of a row's name, then of what is said below it; with each whether it is the lesser one."""
    named = [(line, False) for line in wrapped(label, room - 14)]
    return named + ([(line, True) for line in wrapped(detail, room - 14)] if detail else [])


def row_label(drawing: Drawing, lines: Sequence[tuple[str, bool]], middle: float, *, bold: bool = False) -> None:
    """Writes the lines of a row's name at the left, around the middle of the row."""
    for index, (line, lesser) in enumerate(lines):
        y = middle + 4 + (index - (len(lines) - 1) / 2) * LINE
        drawing.text(0, y, line, colour="muted" if lesser else "ink", bold=bold and not lesser)
