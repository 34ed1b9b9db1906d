"""The sheet on support: the deal with and without each instrument, as values, and whether they still hold."""

from __future__ import annotations

from finmodel.outputs.language import translator
from finmodel.outputs.support_tables import (
    answer_text,
    minimum_table,
    moved_table,
    risk_tables,
    with_and_without_table,
)
from finmodel.outputs.table import Cell, Row, Table
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.header import set_up_print, write_case, write_header
from finmodel.outputs.workbook.page import Page
from finmodel.outputs.workbook.plan import RISKS, SUPPORT
from finmodel.outputs.workbook.staleness import BELOW_STATE, write_comparison, write_heading, write_state
from finmodel.units import Unit

__all__ = ["write_support"]

_LABEL, _FIRST = 1, 4
_WIDTHS = (2, 46, 24, 28, *(16,) * 20)
_SAID = (
    "Values, not formulas: the deal structured anew without each instrument, and as signed, with each risk alone.",
    "All of it was computed when this was written, and is stale once an input differs; then run again.",
)
_DIGITS = 9
"""Decimals that are kept of a value: what rounding leaves of nothing is nothing."""


def write_support(desk: Desk) -> None:
    """What each instrument of support moves, as computed when the workbook was written."""
    page = desk.page(SUPPORT, "presentation")
    write_header(desk, page, SUPPORT)
    write_case(desk, page)
    for column, width in enumerate(_WIDTHS):
        page.sheet.set_column(column, column, width)
    row = BELOW_STATE
    view = View(desk.plan.results, translator("en"))
    if desk.plan.results.minimum_support is not None:
        page.text(row, _LABEL, answer_text(view), desk.styles.of("subheading"))
        row += 2
    for table in _tables(view):
        row = _write_table(desk, page, row, table)
    compared = RISKS if RISKS in desk.plan.names else write_comparison(desk, page, SUPPORT, row)
    write_state(desk, page, _SAID, compared)
    set_up_print(page)


def _tables(view: View) -> list[Table]:
    results = view.results
    least = [minimum_table(view)] if results.minimum_support is not None else []
    if not results.support_effects:
        return least
    return [*least, with_and_without_table(view), moved_table(view), *risk_tables(view)]


def _write_table(desk: Desk, page: Page, row: int, table: Table) -> int:
    """A table from a row on; returns the row where the next may begin."""
    styles = desk.styles
    write_heading(desk, page, row, table.caption, _FIRST + len(table.columns))
    page.text(row + 1, _LABEL, desk.translate(table.stub), styles.of("column"))
    page.blank(row + 1, (_LABEL + 1, _LABEL + 2), styles.of("column"))
    for step, caption in enumerate(table.columns):
        page.text(row + 1, _FIRST + step, desk.translate(caption), styles.of("column right"))
    page.sheet.set_row(row, 37)
    row += 2
    for each in table.rows:
        _write_row(desk, page, row, each)
        row += 1
    page.text(row, _LABEL, desk.translate(table.note), styles.of("note"))
    return row + 2


def _write_row(desk: Desk, page: Page, row: int, each: Row) -> None:
    style = {"heading": "subheading", "total": "total"}.get(each.kind, "plain")
    page.text(row, _LABEL, desk.translate(each.label), desk.styles.of(style))
    for step, cell in enumerate(each.cells):
        _write_cell(desk, page, row, _FIRST + step, cell, each.unit)


def _write_cell(desk: Desk, page: Page, row: int, column: int, cell: Cell, unit: Unit) -> None:
    """A number in the format of its unit, a text as it is; a value that does not exist leaves its cell empty."""
    if isinstance(cell, str):
        page.text(row, column, cell, desk.styles.of("case right"))
    elif cell is not None:
        page.number(row, column, round(cell, _DIGITS) + 0.0, desk.styles.of("import", unit))
