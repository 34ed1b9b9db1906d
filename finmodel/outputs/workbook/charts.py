"""The charts of the summary: Excel's own, reading the live cells of the lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from finmodel.engines.excel_cells import FIRST_COLUMN, Template
from finmodel.expr.line import Line, Shape
from finmodel.outputs.palette import INK, PALETTE
from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.page import Page
from finmodel.outputs.workbook.plan import SUMMARY
from finmodel.outputs.workbook.styles import FONT
from finmodel.units import Unit

__all__ = ["add_charts", "write_levels"]

_COLOUR: Mapping[str, str] = {colour.name: colour.light for colour in (*PALETTE, *INK)}
_WIDTH, _HEIGHT = 655, 330
_ROWS = 18
"""Rows that a chart covers, with a gap below it."""
_ROW_HEIGHT = 20
"""The height of a row in pixels."""
_RIGHT = 6
_SHIFT = 155
"""The column and the pixels after it at which the charts on the right begin."""
_LEVELS = (("lockup_dscr", "Lock-up", "ochre"), ("default_dscr", "Default", "pink"))
_LAYERS = ("blue", "green", "violet", "ochre", "pink")
_HIGHEST = 4
"""Where the axis of cover ends in a deal with junior lenders: the last loans of a deal are covered many times."""


@dataclass(frozen=True, slots=True)
class _Series:
    """One series of a chart: its name, the cells it reads, its colour."""

    name: str
    cells: str
    colour: str
    dashed: bool = False


def add_charts(desk: Desk, page: Page, row: int, bars: tuple[int, int, int] | None) -> int:
    """Places the charts from a row on, two side by side; returns the last row they cover."""
    made = (_cover(desk, row + _taller(bars)), _cash(desk), _service(desk), _debt(desk), _funds(desk, bars))
    here = [chart for chart in made if chart is not None]
    for number, chart in enumerate(here):
        lower = number >= 2
        chart.set_size({"width": _WIDTH, "height": _HEIGHT + (_taller(bars) * _ROW_HEIGHT if lower else 0)})
        column, shift = (_RIGHT, _SHIFT) if number % 2 else (1, 0)
        page.sheet.insert_chart(row - 1 + number // 2 * _ROWS, column, chart, {"x_offset": shift})
    return row + (len(here) + 1) // 2 * _ROWS + (_taller(bars) if len(here) > 2 else 0)


def _taller(bars: tuple[int, int, int] | None) -> int:
    """By how many rows the lower charts are taller, so that each bar of many keeps its name."""
    return 0 if bars is None else max(bars[2] - bars[0] + 2 - _ROWS, 0)


def _lines_of(desk: Desk, **tags: str) -> Sequence[Line]:
    return [line for line in desk.plan.results.graph.tagged(**tags) if line.shape is Shape.SERIES]


def _series(desk: Desk, line: Line, colour: str, name: str = "") -> _Series:
    cells = desk.plan.places[line.name].whole("")
    return _Series(name or desk.translate(line.label), cells, colour)


def _cover(desk: Desk, row: int) -> Any:
    """DSCR against its levels. Periods without debt service are blank, which a column shows as none."""
    dscr = [*_lines_of(desk, chart="dscr"), *_named(desk, "total_dscr")]
    if not dscr:
        return None
    levels = [
        _Series(desk.translate(label), _level_cells(desk, number, row), colour, dashed=True)
        for number, (_, label, colour) in enumerate(_known_levels(desk))
    ]
    title = desk.translate("DSCR against its covenants")
    bars = [_series(desk, line, colour) for line, colour in zip(dscr, ("violet", "pink"), strict=False)]
    chart = _combined(desk, title, bars, levels, '0.00"x"')
    if len(dscr) > 1:
        chart.set_y_axis({**_value_axis('0.00"x"'), "min": 0, "max": _HIGHEST})
    return chart


def _named(desk: Desk, name: str) -> list[Line]:
    line = desk.plan.results.graph.lines.get(name)
    return [line] if line is not None and line.shape is Shape.SERIES else []


def _cash(desk: Desk) -> Any:
    """CFADS against the debt service that is due."""
    cash, due = _lines_of(desk, chart="cfads"), _lines_of(desk, chart="debt_service")
    if not cash or not due:
        return None
    title = desk.translate("Cash flow available for debt service against debt service")
    owed = [_series(desk, due[0], "orange")]
    owed += [replace(_series(desk, line, "orange"), dashed=True) for line in _named(desk, "all_debt_service")]
    return _combined(desk, title, [_series(desk, cash[0], "blue")], owed, "#,##0")


def _service(desk: Desk) -> Any:
    """Interest and principal of bonds that stand alone, one on the other."""
    if not desk.plan.results.is_issuance:
        return None
    parts = [line for tag in ("interest", "principal") for line in _lines_of(desk, chart=tag)]
    layers = [_series(desk, line, colour) for line, colour in zip(parts, ("orange", "blue"), strict=False)]
    return _combined(desk, desk.translate("Debt service of all bonds"), layers, [], "#,##0", stacked=True)


def _debt(desk: Desk) -> Any:
    """What is owed at the end of each period, facility by facility, and the reserve beside it."""
    debts = _lines_of(desk, chart="debt")
    if not debts:
        return None
    layers = [
        _series(desk, line, _LAYERS[number % len(_LAYERS)], desk.translate(line.instance_label or line.label))
        for number, line in enumerate(debts)
    ]
    reserve = [_series(desk, line, "orange") for line in _lines_of(desk, chart="dsra")]
    return _combined(desk, desk.translate("Debt at the end of the period"), layers, reserve, "#,##0", stacked=True)


def _combined(
    desk: Desk, title: str, bars: Sequence[_Series], lines: Sequence[_Series], pattern: str, *, stacked: bool = False
) -> Any:
    """Columns and lines over the periods."""
    chart = desk.book.add_chart({"type": "column", **({"subtype": "stacked"} if stacked else {})})
    for series in bars:
        fill = {"color": _COLOUR[series.colour]}
        chart.add_series({**_source(desk, series), "fill": fill, "border": {"none": True}, "gap": 40})
    if lines:
        over = desk.book.add_chart({"type": "line"})
        for series in lines:
            look = {"color": _COLOUR[series.colour], "width": 2.25, "dash_type": "dash" if series.dashed else "solid"}
            over.add_series({**_source(desk, series), "line": look})
        chart.combine(over)
    _dress(chart, title, pattern)
    per_year = max(1, 12 // desk.plan.results.period_months)
    axis = {"num_format": "yyyy", "interval_unit": per_year * (1 + desk.plan.periods // per_year // 20)}
    chart.set_x_axis({"num_font": _font(9), "line": {"color": _COLOUR["rule"]}, "text_axis": True, **axis})
    return chart


def _source(desk: Desk, series: _Series) -> dict[str, object]:
    found: dict[str, object] = {"name": _words(series.name), "values": "=" + series.cells}
    ends = desk.place("period_end")
    if ends is not None:
        found["categories"] = "=" + ends.whole("")
    return found


def _funds(desk: Desk, bars: tuple[int, int, int] | None) -> Any:
    """Sources, then uses, as bars on one scale."""
    if bars is None:
        return None
    first, middle, last = bars
    chart = desk.book.add_chart({"type": "bar"})
    colours = ["blue"] * (middle - first) + ["grey"] * (last - middle + 1)
    points = [{"fill": {"color": _COLOUR[colour]}} for colour in colours]
    cells = {key: "=" + desk.address(SUMMARY, f"${column}${first}:${column}${last}")
             for key, column in (("categories", "G"), ("values", "H"))}  # fmt: skip
    labels = {"value": True, "num_format": "#,##0;;", "font": _font(9)}
    chart.add_series({**cells, "points": points, "gap": 30, "data_labels": labels, "border": {"none": True}})
    _dress(chart, desk.translate("Sources and uses"), "#,##0")
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "interval_unit": 1, "num_font": _font(8), "line": {"color": _COLOUR["rule"]}})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    return chart


def _dress(chart: Any, title: str, pattern: str) -> None:
    chart.set_title({"name": title, "name_font": _font(12, bold=True), "overlay": False})
    chart.set_legend({"position": "bottom", "font": _font(9)})
    chart.set_y_axis(_value_axis(pattern))
    chart.set_chartarea({"border": {"color": _COLOUR["rule"]}})


def _value_axis(pattern: str) -> dict[str, object]:
    grid = {"visible": True, "line": {"color": _COLOUR["rule"], "width": 0.5}}
    return {"num_format": pattern, "num_font": _font(9), "major_gridlines": grid, "line": {"none": True}}


def _words(name: str) -> str:
    """A name that a case gives, as words: a chart would take one that looks like ``Sheet!A1`` for an address."""
    return name.replace("!", "! ")


def _font(size: int, *, bold: bool = False) -> dict[str, object]:
    return {"name": FONT, "size": size, "bold": bold, "color": _COLOUR["ink"]}


def _known_levels(desk: Desk) -> list[tuple[str, str, str]]:
    """The covenants of this case, by input."""
    found = []
    for name, label, colour in _LEVELS:
        place = desk.plan.inputs.places.get(name)
        if place is not None and place.shape is Shape.SCALAR:
            found.append((name, label, colour))
    return found


def _level_row(row: int, number: int) -> int:
    """The row of a level's cells, below the charts that begin at ``row``."""
    return row + 2 * _ROWS + 3 + number


def _level_cells(desk: Desk, number: int, row: int) -> str:
    place = desk.plan.places[_known_levels(desk)[number][0]]
    at = type(place)(desk.plan.names[SUMMARY], _level_row(row, number), Shape.SERIES, desk.plan.periods)
    return at.whole("")


def write_levels(desk: Desk, page: Page, row: int) -> None:
    """The covenants once per period, for the chart to draw as lines."""
    levels = _known_levels(desk)
    if not levels or not _lines_of(desk, chart="dscr"):
        return
    page.text(row, 1, desk.translate("Levels that the chart of the DSCR draws"), desk.styles.of("caption"))
    for number, (name, label, _) in enumerate(levels, start=1):
        value = desk.plan.results.inputs[name].value
        assert isinstance(value, float)
        template = Template(desk.plan.places[name].single(desk.plan.names[SUMMARY]))
        page.text(row + number, 1, desk.translate(label), desk.styles.of("caption"))
        style = desk.styles.of("faint", Unit.RATIO)
        page.across(row + number, FIRST_COLUMN, template, style, [value] * desk.plan.periods)
