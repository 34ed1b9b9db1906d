"""The sheet of payoffs: what instruments of revenue pay at each level, as values with a chart of each."""

from __future__ import annotations

from typing import Any

from finmodel.outputs.language import translator
from finmodel.outputs.palette import INK, PALETTE
from finmodel.outputs.term_sheet.payoff_figures import payoff_axis, payoff_label, payoff_title
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.header import set_up_print, write_case, write_header
from finmodel.outputs.workbook.page import Page
from finmodel.outputs.workbook.plan import PAYOFFS, RISKS, SUPPORT
from finmodel.outputs.workbook.staleness import BELOW_STATE, write_comparison, write_heading, write_state
from finmodel.results import Payoff
from finmodel.units import Unit

__all__ = ["write_payoffs"]

_LABEL, _FIRST = 1, 4
_EVERY = 2
"""Which of the levels are written: every second is fine enough for a sheet."""
_ROWS = 17
"""Rows that a chart covers, with a gap below it."""
_SIZE = {"width": 900, "height": 320}
_SAID = (
    "Values, not formulas: the lines of the model in one year, at level after level of what is achieved or earned.",
    "All of it was computed when this was written, and is stale once an input differs; then run again.",
)
_COLOURS = [colour.light for colour in PALETTE]
_RULE = next(colour.light for colour in INK if colour.name == "rule")
_DASHES = ("solid", "dash", "round_dot", "dash_dot")
_DIGITS = 9


def write_payoffs(desk: Desk) -> None:
    """Every payoff as rows of values, one for a line, with its chart below."""
    page = desk.page(PAYOFFS, "presentation")
    write_header(desk, page, PAYOFFS)
    write_case(desk, page)
    for column, width in enumerate((2, 46, 24, 28, *(9,) * 31)):
        page.sheet.set_column(column, column, width)
    row, view = BELOW_STATE, View(desk.plan.results, translator("en"))
    for payoff in desk.plan.results.payoffs:
        row = _write(desk, page, row, payoff, view)
    elsewhere = next((title for title in (RISKS, SUPPORT) if title in desk.plan.names), "")
    write_state(desk, page, _SAID, elsewhere or write_comparison(desk, page, PAYOFFS, row))
    set_up_print(page)


def _write(desk: Desk, page: Page, row: int, payoff: Payoff, view: View) -> int:
    """One payoff from a row on; returns the row where the next may begin."""
    levels = payoff.levels[::_EVERY]
    write_heading(desk, page, row, payoff_title(view, payoff), _FIRST + len(levels))
    page.text(row + 1, _LABEL, payoff_axis(view, payoff), desk.styles.of("column"))
    page.blank(row + 1, (_LABEL + 1, _LABEL + 2), desk.styles.of("column"))
    for step, level in enumerate(levels):
        page.number(row + 1, _FIRST + step, level, desk.styles.of("import", Unit.SHARE))
    for place, each in enumerate(payoff.rows, start=row + 2):
        page.text(place, _LABEL, payoff_label(view, payoff, each), desk.styles.of("plain"))
        page.text(place, _LABEL + 1, each.line, desk.styles.of("id"))
        for step, value in enumerate(each.values[::_EVERY]):
            page.number(place, _FIRST + step, round(value or 0.0, _DIGITS) + 0.0, desk.styles.of("import", Unit.MONEY))
    below = row + 3 + len(payoff.rows)
    page.sheet.insert_chart(below - 1, _LABEL, _chart(desk, row + 2, payoff, view))
    return below + _ROWS


def _chart(desk: Desk, first: int, payoff: Payoff, view: View) -> Any:
    """Lines over the levels, from the rows that begin at ``first``."""
    chart = desk.book.add_chart({"type": "line"})
    name, last = desk.plan.names[PAYOFFS], _FIRST + len(payoff.levels[::_EVERY]) - 1
    levels = [name, first - 2, _FIRST, first - 2, last]
    for step, each in enumerate(payoff.rows):
        line = {"color": _COLOURS[step % len(_COLOURS)], "width": 2.25, "dash_type": _DASHES[step % len(_DASHES)]}
        values = [name, first - 1 + step, _FIRST, first - 1 + step, last]
        label = payoff_label(view, payoff, each).replace("!", "! ")
        chart.add_series({"name": label, "categories": levels, "values": values, "line": line})
    chart.set_title({"name": payoff_title(view, payoff), "name_font": {"size": 11}, "overlay": False})
    chart.set_legend({"position": "bottom"})
    chart.set_x_axis({"name": payoff_axis(view, payoff), "num_format": "0%", "interval_unit": 5})
    chart.set_y_axis({"num_format": "#,##0", "major_gridlines": {"visible": True, "line": {"color": _RULE}}})
    chart.set_size(_SIZE)
    return chart
