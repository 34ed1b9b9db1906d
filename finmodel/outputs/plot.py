"""The frame of a chart: scales, round ticks, grid lines, the time axis and the legend."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from finmodel.outputs.svg import FONT_SIZE, Drawing, text_width

__all__ = ["Box", "Level", "Plot", "Series", "legend", "ticks"]

Value = float | None


@dataclass(frozen=True, slots=True)
class Series:
    """One named series of a chart: a value per position, and its colour and dash."""

    label: str
    values: Sequence[Value]
    colour: str = "blue"
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """A level that a line is held against, e.g. the lowest ratio allowed."""

    label: str
    value: float
    colour: str
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """The part of a drawing in which the marks of a plot stand."""

    left: float
    top: float
    width: float
    height: float


def ticks(low: float, high: float, most: int = 5) -> list[float]:
    """Round values from at or below ``low`` to at or above ``high``, about ``most`` of them."""
    span = (high - low) or abs(high) or 1.0
    rough = span / most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [index * step for index in range(first, max(last, first + 1) + 1)]


class Plot:
    """Positions 1 … n across, values up; draws its own grid and labels on the drawing."""

    def __init__(self, drawing: Drawing, box: Box, count: int, low: float, high: float) -> None:
        self.drawing = drawing
        self.box = box
        self.count = max(count, 1)
        self.ticks = ticks(low, high)

    @property
    def slot(self) -> float:
        """The width that one position has."""
        return self.box.width / self.count

    def x(self, position: float) -> float:
        """Where a position, counted from 0, has its middle."""
        return self.box.left + (position + 0.5) * self.slot

    def y(self, value: float) -> float:
        """Where a value stands."""
        low, high = self.ticks[0], self.ticks[-1]
        return self.box.top + self.box.height * (high - value) / (high - low)

    def frame(self, number: Callable[[float], str], unit: str = "") -> None:
        """Grid lines with their values on the left, and the unit above them."""
        for tick in self.ticks:
            y = self.y(tick)
            self.drawing.line(
                [(self.box.left, y), (self.box.left + self.box.width, y)],
                "muted" if tick == 0 else "rule",
                width=1.0,
            )
            self.drawing.text(self.box.left - 8, y + 4, number(tick), anchor="end", colour="muted")
        if unit:
            self.drawing.text(0, self.box.top - 12, unit, colour="muted")

    def axis(self, labels: Sequence[str]) -> None:
        """Labels below the positions, as many as fit; an empty one is left out."""
        shown = [index for index, label in enumerate(labels) if label]
        widest = max((text_width(labels[index]) for index in shown), default=0.0)
        apart = min((b - a for a, b in pairwise(shown)), default=1) * self.slot
        every = max(1, math.ceil((widest + 10) / apart))
        for index in shown[::every]:
            self.drawing.text(
                self.x(index), self.box.top + self.box.height + 18, labels[index], anchor="middle", colour="muted"
            )

    def bar(self, position: float, start: float, end: float, colour: str, *, share: float = 0.72) -> None:
        """A bar at a position between two values."""
        top, bottom = sorted((self.y(start), self.y(end)))
        width = self.slot * share
        if bottom - top >= 0.05:
            self.drawing.rect(self.x(position) - width / 2, top, width, bottom - top, colour, seam=width >= 5)

    def curve(self, series: Series, *, marks: bool = False) -> None:
        """A line through the values that exist; a gap where there is none."""
        run: list[tuple[float, float]] = []
        for index, value in enumerate([*series.values, None]):
            if value is not None:
                run.append((self.x(index), self.y(value)))
                continue
            if len(run) > 1:
                self.drawing.line(run, "paper", width=5.5)
                self.drawing.line(run, series.colour, dash=series.dash)
            elif run:
                self.drawing.dot(*run[0], series.colour)
            run = []
        if marks and self.slot >= 12:
            for index, value in enumerate(series.values):
                if value is not None:
                    self.drawing.dot(self.x(index), self.y(value), series.colour, 3.0)

    def levels(self, levels: Sequence[Level]) -> None:
        """Horizontal lines at values, named at their right ends; names that would touch move apart."""
        right = self.box.left + self.box.width
        last = -FONT_SIZE
        for level in sorted(levels, key=lambda level: -level.value):
            y = self.y(level.value)
            self.drawing.line([(self.box.left, y), (right, y)], level.colour, dash=level.dash)
            last = max(y + 4, last + FONT_SIZE + 3)
            self.drawing.text(right + 6, last, level.label)


def legend(drawing: Drawing, entries: Sequence[tuple[str, str, str]], left: float, top: float) -> float:
    """Names beside their marks, in as many rows as they need; returns the height used.

    Each entry is a label, a colour and a kind: ``bar`` for a filled mark, else the dash of a line.
    """
    x, y = left, top
    for label, colour, kind in entries:
        width = 24 + text_width(label) + 16
        if x > left and x + width - 16 > drawing.width:
            x, y = left, y + FONT_SIZE + 8
        if kind == "bar":
            drawing.rect(x, y, 14, 11, colour)
        else:
            drawing.line([(x, y + 5.5), (x + 18, y + 5.5)], colour, dash=kind.removeprefix("line").strip())
        drawing.text(x + 24, y + 10, label)
        x += width
    return y - top + FONT_SIZE + 8 if entries else 0.0
