"""The charts of a sensitivity: tornado, spider, heat tables of two moves, and shares of variance."""

from __future__ import annotations

from itertools import cycle, product

from finmodel.outputs.charts import Caption, Number
from finmodel.outputs.palette import PALETTE
from finmodel.outputs.sensitivity.tables import blanks_text
from finmodel.outputs.sensitivity.words import level_text, move_label, range_text, result_label, value_text
from finmodel.outputs.term_sheet.document import Figure
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.uncertainty.curve_chart import Across, Line, curve_chart
from finmodel.outputs.uncertainty.heat import HeatCell, HeatTable, wash
from finmodel.outputs.uncertainty.interval_chart import Interval, IntervalRow, interval_chart
from finmodel.outputs.uncertainty.tornado_chart import End, TornadoRow, tornado_chart
from finmodel.results import Value
from finmodel.sensitivities import Bar, Index, Measured, Sensitivities, SobolIndices, Spider, Tornado, TwoWayTable
from finmodel.units import Unit

__all__ = ["sobol_figure", "spider_figure", "tornado_figure", "two_way_heat"]

_BARS, _CURVES = 12, 8
"""Moves that are drawn, those that move the result most."""
_DASHES = ("", "7 4", "2 3")
_NOTHING = 1e-9


def tornado_figure(view: View, found: Sensitivities, tornado: Tornado, table: str) -> Figure | None:
    """Two bars for every move that changes the result; none where nothing does."""
    measured = found.kpi(tornado.kpi)
    bars = [bar for bar in tornado.bars if _moves(measured, bar)][:_BARS]
    if measured.base is None or not bars:
        return None
    name = result_label(view, measured)
    caption = Caption(
        f"figure-tornado-{tornado.kpi}",
        view.say("%(result)s: one figure at a time", result=name),
        view.say("For each figure that is moved, bars from the result of the case to those at its low and high end."),
    )
    picture = tornado_chart(
        caption,
        [_row(view, found, measured, bar) for bar in bars],
        End(measured.base, view.say("Case: %(value)s", value=value_text(view, measured, measured.base))),
        (view.say("Low end of the figure"), view.say("High end of the figure")),
        _number(view, measured.unit),
    )
    return Figure(caption.key, caption.title, picture, table, view.say("One figure at a time"))


def _moves(measured: Measured, bar: Bar) -> bool:
    return bar.swing is None or bar.swing > _NOTHING * max(1.0, abs(measured.base or 0.0))


def _row(view: View, found: Sensitivities, measured: Measured, bar: Bar) -> TornadoRow:
    move = found.move(bar.move)
    low, high = (End(value, view.language.figure(value, measured.unit)) for value in (bar.low, bar.high))
    return TornadoRow(move_label(view, move), range_text(view, move), low, high)


def _number(view: View, unit: Unit) -> Number:
    return lambda value: view.language.figure(value, unit) if value or unit is not Unit.MONEY else "0"


def spider_figure(view: View, found: Sensitivities, spider: Spider, table: str) -> Figure | None:
    """A line for each of the moves that change the result most; none where nothing does."""
    measured = found.kpi(spider.kpi)
    curves = sorted(spider.curves, key=lambda curve: -_reach(curve.values))[:_CURVES]
    curves = [curve for curve in curves if _reach(curve.values) > _NOTHING * max(1.0, abs(measured.base or 0.0))]
    if not curves:
        return None
    styles = cycle(product(_DASHES, [colour.name for colour in PALETTE]))
    lines = [
        Line(move_label(view, found.move(curve.move)), curve.positions, curve.values, colour, dash)
        for curve, (dash, colour) in zip(curves, styles, strict=False)
    ]
    name = result_label(view, measured)
    caption = Caption(
        f"figure-spider-{spider.kpi}",
        view.say("%(result)s: every figure in steps", result=name),
        view.say("A line for each figure that is moved, over its way from the low end through the case to the high."),
        name,
    )
    places = {-1.0: view.say("Low end"), 0.0: view.say("Case"), 1.0: view.say("High end")}
    across = Across(view.say("Place of the figure between its ends"), lambda place: places.get(place, ""), exact=True)
    picture = curve_chart(caption, lines, across, _number(view, measured.unit), points=True)
    return Figure(caption.key, caption.title, picture, table, view.say("In steps"))


def _reach(values: object) -> float:
    known = [value for value in values if value is not None]  # type: ignore[attr-defined]
    return float(max(known) - min(known)) if known else 0.0


def two_way_heat(view: View, found: Sensitivities, table: TwoWayTable) -> HeatTable:
    """A result over the levels of two moves, each cell with its value and washed by its distance from the case."""
    measured, down, across = found.kpi(table.kpi), found.move(table.rows), found.move(table.columns)
    every = [value for values in table.values for value in values]

    def cell(row: int, column: int, value: Value) -> HeatCell:
        here = (row, column) == (table.base_row, table.base_column)
        return HeatCell(view.language.figure(value, measured.unit), wash(value, table.base, every), here)

    rows = tuple(
        (level_text(view, down, level), tuple(cell(row, column, value) for column, value in enumerate(values)))
        for row, (level, values) in enumerate(zip(table.row_levels, table.values, strict=True))
    )
    note = view.say(
        "%(value)s in the case. The stronger the ground, the farther from it: blue above, orange below.",
        value=value_text(view, measured, table.base),
    )
    return HeatTable(
        f"two-way-{table.rows}-{table.columns}-{table.kpi}",
        view.say(
            "%(result)s by %(rows)s and %(columns)s",
            result=result_label(view, measured),
            rows=move_label(view, down),
            columns=move_label(view, across),
        ),
        move_label(view, down),
        move_label(view, across),
        tuple(level_text(view, across, level) for level in table.column_levels),
        rows,
        " ".join(filter(None, (note, blanks_text(view, table.reasons.values())))),
    )


def sobol_figure(view: View, found: Sensitivities, indices: SobolIndices, table: str) -> Figure | None:
    """Two bars for every move, alone and with all that it does together with others, each with its interval."""
    if not indices.indices:
        return None
    name = result_label(view, found.kpi(indices.kpi))
    caption = Caption(
        f"figure-sobol-{indices.kpi}",
        view.say("%(result)s: shares of variance", result=name),
        view.say("For each figure its first-order and its total index as bars, with the interval of each."),
    )
    rows = [
        IntervalRow(move_label(view, found.move(index.move)), _both(view, index)) for index in indices.indices[:_BARS]
    ]
    kinds = [(view.say("Alone (first order)"), "blue"), (view.say("With all interplay (total)"), "ochre")]
    picture = interval_chart(caption, rows, kinds, lambda value: view.language.number(value, 1), bars=True)
    return Figure(caption.key, caption.title, picture, table, view.say("Shares of variance"))


def _both(view: View, index: Index) -> list[Interval]:
    pairs = ((index.first, index.first_between), (index.total, index.total_between))
    return [
        Interval(low, value, high, f"{view.language.number(value, 2)} ({_bounds(view, low, high)})")
        for value, (low, high) in pairs
    ]


def _bounds(view: View, low: float, high: float) -> str:
    return f"{view.language.number(low, 2)}\N{EN DASH}{view.language.number(high, 2)}"
