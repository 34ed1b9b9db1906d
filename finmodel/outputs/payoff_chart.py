"""The chart of a payoff: amounts against a level that is a share of what is planned, with the plan marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from finmodel.outputs.charts import Caption, Number
from finmodel.outputs.plot import Box, Plot, Series, legend
from finmodel.outputs.svg import Drawing, text_width

__all__ = ["Axis", "payoff_chart"]

_WIDTH, _HEIGHT = 760.0, 360.0
_LEFT, _RIGHT = 62.0, 24.0
_BELOW = 46.0
_PLAN = 1.0
_SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Axis:
    """The levels of a payoff: where each stands, its name where it has one, and what all are shares of."""

    levels: Sequence[float]
    labels: Sequence[str]
    title: str
    plan: str
    """What the level of 100 % is called."""


def payoff_chart(caption: Caption, axis: Axis, curves: Sequence[Series], number: Number) -> Markup:
    """A line for each curve over the levels, the main one first, and an upright line where the level is as planned."""
    drawing = Drawing(_WIDTH, _HEIGHT)
    top = legend(drawing, [(curve.label, curve.colour, "line " + curve.dash) for curve in curves], 0, 2) + 40
    values = [value for curve in curves for value in curve.values if value is not None]
    box = Box(_LEFT, top, _WIDTH - _LEFT - _RIGHT, _HEIGHT - top - _BELOW)
    plot = Plot(drawing, box, len(axis.levels), min([0.0, *values]), max([0.0, *values]))
    plot.frame(number, caption.unit)
    _mark_plan(plot, axis)
    for curve in curves:
        _curve(plot, curve)
    plot.axis(axis.labels)
    drawing.text(box.left + box.width / 2, _HEIGHT - 6, axis.title, anchor="middle", colour="muted")
    return drawing.markup(caption.key, caption.title, caption.description)


def _curve(plot: Plot, curve: Series) -> None:
    """A line without a rim: where two amounts are equal, both are seen."""
    points = [(plot.x(place), plot.y(value)) for place, value in enumerate(curve.values) if value is not None]
    plot.drawing.line(points, curve.colour, dash=curve.dash)


def _mark_plan(plot: Plot, axis: Axis) -> None:
    found = [place for place, level in enumerate(axis.levels) if abs(level - _PLAN) < _SAME]
    for place in found:
        x, box = plot.x(place), plot.box
        plot.drawing.line([(x, box.top), (x, box.top + box.height)], "muted", width=1.5, dash="3 3")
        left = min(x - text_width(axis.plan) / 2, box.left + box.width - text_width(axis.plan))
        plot.drawing.text(left, box.top - 12, axis.plan, colour="muted")
