"""S-curves and spiders: lines over values from left to right, with marked values named above the chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from finmodel.outputs.charts import Caption, Number
from finmodel.outputs.plot import legend, ticks
from finmodel.outputs.svg import Drawing, text_width
from finmodel.outputs.uncertainty.scale import LINE, WIDTH, Scale
from finmodel.results import Value

__all__ = ["Across", "Line", "Mark", "curve_chart"]

_HEIGHT, _LEFT, _RIGHT, _BELOW = 400.0, 66.0, 20.0, 52.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its name, where its points stand across and up (a gap where there is no value), colour and dash."""

    label: str
    across: Sequence[float]
    up: Sequence[Value]
    colour: str = "blue"
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A value across that an upright line marks, with its name."""

    label: str
    value: float
    colour: str = "orange"


@dataclass(frozen=True, slots=True)
class Across:
    """What stands from left to right: its title, how its numbers are written, and the values marked."""

    title: str
    number: Number
    marks: Sequence[Mark] = ()
    exact: bool = False
    """Whether the first and the last value are the edges, rather than round values beyond them."""


def curve_chart(
    caption: Caption,
    lines: Sequence[Line],
    across: Across,
    number: Number,
    *,
    ends: tuple[float, float] | None = None,
    points: bool = False,
) -> Markup:
    """Lines over a scale of values; ``ends`` are those of the scale upwards, else what the lines need."""
    drawing = Drawing(WIDTH, _HEIGHT)
    top = legend(drawing, [(line.label, line.colour, "line " + line.dash) for line in lines], 0, 2)
    top += 30 + LINE * len(across.marks)
    bottom = _HEIGHT - _BELOW
    values = [value for line in lines for value in line.across] + [mark.value for mark in across.marks]
    scale = Scale(_LEFT, WIDTH - _LEFT - _RIGHT, values, exact=across.exact, most=7)
    low, high = ends or _ends(lines)
    steps = ticks(low, high)

    def y(value: float) -> float:
        return bottom - (bottom - top) * (value - steps[0]) / (steps[-1] - steps[0])

    scale.grid(drawing, top, bottom, across.number)
    for step in steps:
        drawing.line([(_LEFT, y(step)), (WIDTH - _RIGHT, y(step))], "muted" if step == 0 else "rule", width=1.0)
        drawing.text(_LEFT - 8, y(step) + 4, number(step), anchor="end", colour="muted")
    drawing.text(0, top - 14 - LINE * len(across.marks), caption.unit, colour="muted")
    for index, mark in enumerate(sorted(across.marks, key=lambda mark: mark.value)):
        _mark(drawing, scale, mark, top - 12 - LINE * index, bottom)
    for line in lines:
        _line(drawing, line, [(scale.x(x), None if v is None else y(v)) for x, v in _pairs(line)], points)
    drawing.text(_LEFT + scale.width / 2, _HEIGHT - 8, across.title, anchor="middle", colour="muted")
    return drawing.markup(caption.key, caption.title, caption.description)


def _pairs(line: Line) -> list[tuple[float, Value]]:
    return list(zip(line.across, line.up, strict=True))


def _ends(lines: Sequence[Line]) -> tuple[float, float]:
    values = [value for line in lines for value in line.up if value is not None]
    return min(values, default=0.0), max(values, default=1.0)


def _mark(drawing: Drawing, scale: Scale, mark: Mark, top: float, bottom: float) -> None:
    """An upright line, and its name to the left of its head, above the heads of all lines there."""
    x = scale.x(mark.value)
    drawing.line([(x, top - 9), (x, bottom)], mark.colour, width=1.5, dash="5 3")
    to_left = text_width(mark.label) <= x - 6
    drawing.text(x - 6 if to_left else x + 6, top, mark.label, anchor="end" if to_left else "start")


def _line(drawing: Drawing, line: Line, placed: Sequence[tuple[float, float | None]], points: bool) -> None:
    run: list[tuple[float, float]] = []
    for x, y in [*placed, (0.0, None)]:
        if y is not None:
            run.append((x, y))
            continue
        if len(run) > 1:
            drawing.line(run, line.colour, dash=line.dash)
        for spot in run if points or len(run) == 1 else ():
            drawing.dot(*spot, line.colour, 3.0)
        run = []
