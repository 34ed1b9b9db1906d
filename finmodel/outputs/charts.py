"""The charts of the documents, drawn from labelled values: ranked bars, cover of debt service, stacks, a bridge."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from finmodel.outputs.plot import Box, Level, Plot, Series, legend
from finmodel.outputs.svg import FONT_SIZE, Drawing, text_width, wrapped

__all__ = ["Bar", "Caption", "Cover", "Number", "bridge_chart", "cover_chart", "ranked_bars", "stacked_chart"]

_WIDTH = 760.0
_LEFT = 62.0
_LABELS = 236.0
_LINE = FONT_SIZE + 3
_PANEL = 190.0
Number = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Caption:
    """What names a chart: its key in the document, its title, what it shows in a sentence, and its unit."""

    key: str
    title: str
    description: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its value, and the words at its end."""

    label: str
    value: float
    shown: str
    total: bool = False
    """In a bridge: whether the bar stands on zero instead of on the bar before."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What a cover chart shows: cash against what is due, their ratio, its levels and its weakest period."""

    available: Series
    due: Series
    ratio: Series
    levels: Sequence[Level]
    weakest: tuple[int, str] | None = None
    """The position of the weakest period, and the words that name it."""
    all_ranks: tuple[Series, Series] | None = None
    """What is due to lenders of every rank, and its ratio, where there are junior ones."""

    @property
    def dues(self) -> list[Series]:
        """What is due, as lines."""
        return [self.due, *((self.all_ranks[0],) if self.all_ranks else ())]

    @property
    def ratios(self) -> list[Series]:
        """The ratios, as lines."""
        return [self.ratio, *((self.all_ranks[1],) if self.all_ranks else ())]


def ranked_bars(caption: Caption, groups: Sequence[tuple[str, str, Sequence[Bar]]]) -> Markup:
    """Horizontal bars on one scale; each group is a heading, a colour and its bars in the order given."""
    longest = max((bar.value for _, _, bars in groups for bar in bars), default=1.0) or 1.0
    room = _WIDTH - _LABELS - max((text_width(bar.shown) for _, _, bars in groups for bar in bars), default=0.0) - 12
    drawing = Drawing(_WIDTH, sum(40 + sum(map(_row_height, bars)) for _, _, bars in groups))
    y = 0.0
    for heading, colour, bars in groups:
        drawing.text(0, y + 16, heading, bold=True)
        y += 28
        for bar in bars:
            middle = _row_label(drawing, bar, y)
            length = max(room * bar.value / longest, 1.0)
            drawing.rect(_LABELS, middle - 8, length, 16, colour)
            drawing.text(_LABELS + length + 8, middle + 4, bar.shown)
            y += _row_height(bar)
        y += 12
    return drawing.markup(caption.key, caption.title, caption.description)


def bridge_chart(caption: Caption, bars: Sequence[Bar]) -> Markup:
    """Horizontal bars, each beginning where the one above ends, from a first total to a last one."""
    spans = _spans(bars)
    low, high = min((min(span) for span in spans), default=0.0), max((max(span) for span in spans), default=1.0)
    low = min(low, 0.0)
    words = max((text_width(bar.shown) for bar in bars), default=0.0) + 12
    scale = (_WIDTH - _LABELS - words) / ((high - low) or 1.0)
    drawing = Drawing(_WIDTH, sum(map(_row_height, bars)) + 4)
    drawing.line([(_LABELS - low * scale, 0), (_LABELS - low * scale, drawing.height)], "muted", width=1.0)
    y = 0.0
    for index, (bar, (start, end)) in enumerate(zip(bars, spans, strict=True)):
        left, right = (_LABELS + (value - low) * scale for value in sorted((start, end)))
        middle = _row_label(drawing, bar, y)
        colour = "blue" if bar.total else "green" if end >= start else "orange"
        drawing.rect(left, middle - 8, max(right - left, 1.0), 16, colour)
        drawing.text(right + 8, middle + 4, bar.shown, bold=bar.total)
        y += _row_height(bar)
        if index + 1 < len(bars):
            x = _LABELS + (end - low) * scale
            drawing.line([(x, middle + 8), (x, y + _row_height(bars[index + 1]) / 2 - 8)], "muted", width=1.0)
    return drawing.markup(caption.key, caption.title, caption.description)


def _row_lines(bar: Bar) -> list[str]:
    return wrapped(bar.label, _LABELS - 14)


def _row_height(bar: Bar) -> float:
    return max(26.0, len(_row_lines(bar)) * _LINE + 8)


def _row_label(drawing: Drawing, bar: Bar, top: float) -> float:
    """Writes the name of a bar at the left; returns the height of the row's middle."""
    lines = _row_lines(bar)
    middle = top + _row_height(bar) / 2
    for index, line in enumerate(lines):
        drawing.text(0, middle + 4 + (index - (len(lines) - 1) / 2) * _LINE, line, bold=bar.total)
    return middle


def _spans(bars: Sequence[Bar]) -> list[tuple[float, float]]:
    spans, level = [], 0.0
    for bar in bars:
        start = 0.0 if bar.total else level
        level = start + bar.value
        spans.append((start, level))
    return spans


def cover_chart(
    caption: Caption, axis: Sequence[str], cover: Cover, *, number: Number, times: Number, ratio_unit: str
) -> Markup:
    """Cash available above debt service on one panel, their ratio with its levels and its weakest period below."""
    drawing = Drawing(_WIDTH, 530)
    width = _WIDTH - _LEFT - max((text_width(level.label) for level in cover.levels), default=0.0) - 10
    named = [*cover.dues, *(cover.ratios if cover.all_ranks else ())]
    entries = [(s.label, s.colour, "line " + s.dash) for s in named]
    top = legend(drawing, [(cover.available.label, cover.available.colour, "bar"), *entries], 0, 2) + 32
    upper = Plot(drawing, Box(_LEFT, top, width, _PANEL), len(axis), *_range(cover.available, *cover.dues))
    upper.frame(number, caption.unit)
    for index, value in enumerate(cover.available.values):
        upper.bar(index, 0.0, value or 0.0, cover.available.colour)
    for due in cover.dues:
        upper.curve(due)
    upper.axis(axis)
    low = top + _PANEL + 72
    values = [v for s in cover.ratios for v in s.values if v is not None] + [level.value for level in cover.levels]
    box = Box(_LEFT, low, width, drawing.height - low - 28)
    lower = Plot(drawing, box, len(axis), min(values, default=0.0), max(values, default=1.0))
    lower.frame(times, ratio_unit)
    lower.levels(cover.levels)
    for ratio in cover.ratios:
        lower.curve(ratio, marks=True)
    lower.axis(axis)
    if cover.weakest:
        _mark(lower, cover.ratio, *cover.weakest)
    return drawing.markup(caption.key, caption.title, caption.description)


def _mark(plot: Plot, series: Series, index: int, words: str) -> None:
    """A large dot at one value, and beside the unit above the panel the words that go with it."""
    value = series.values[index]
    assert value is not None
    right, y = plot.box.left + plot.box.width, plot.box.top - 12
    plot.drawing.dot(plot.x(index), plot.y(value), "orange", 5.5)
    left = right - text_width(words)
    plot.drawing.dot(left - 12, y - 4, "orange", 5.5)
    plot.drawing.text(left, y, words, bold=True)


def _range(*series: Series) -> tuple[float, float]:
    values = [v for s in series for v in s.values if v is not None]
    return min([*values, 0.0]), max([*values, 0.0]) or 1.0


def stacked_chart(
    caption: Caption, axis: Sequence[str], stacks: Sequence[Series], lines: Sequence[Series], number: Number
) -> Markup:
    """Bars stacked upwards where values are positive and downwards where negative, with lines over them."""
    drawing = Drawing(_WIDTH, 380)
    entries = [(s.label, s.colour, "bar") for s in stacks] + [(s.label, s.colour, "line " + s.dash) for s in lines]
    top = legend(drawing, entries, 0, 2) + 32
    columns = [[(s.values[index] or 0.0, s.colour) for s in stacks] for index in range(len(axis))]
    ends = [sum(v for v, _ in column if (v > 0) is up) for column in columns for up in (True, False)]
    low, high = _range(Series("", ends), *lines)
    box = Box(_LEFT, top, _WIDTH - _LEFT - 8, drawing.height - top - 28)
    plot = Plot(drawing, box, len(axis), low, high)
    plot.frame(number, caption.unit)
    for index, column in enumerate(columns):
        _stack(plot, index, column)
    for series in lines:
        plot.curve(series, marks=True)
    plot.axis(axis)
    return drawing.markup(caption.key, caption.title, caption.description)


def _stack(plot: Plot, index: int, layers: Sequence[tuple[float, str]]) -> None:
    up = down = 0.0
    for value, colour in layers:
        start = up if value > 0 else down
        plot.bar(index, start, start + value, colour)
        up, down = up + max(value, 0.0), down + min(value, 0.0)
