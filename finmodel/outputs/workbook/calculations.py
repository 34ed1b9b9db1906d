"""The sheets of lines: one row a line, one formula a row, on the same columns everywhere."""

from __future__ import annotations

from finmodel.engines.excel_cells import FIRST_COLUMN, SCALAR_COLUMN, Template, column_name
from finmodel.expr.line import Line, Shape
from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.grouping import PASSES, PRESENTED_LAST
from finmodel.outputs.workbook.header import set_up_print, write_header, write_periods
from finmodel.outputs.workbook.page import Page
from finmodel.outputs.workbook.plan import Heading, LineRow, SheetPlan
from finmodel.units import Unit

__all__ = ["set_columns", "write_calculations", "write_rows"]

_TOTALLED = {Unit.MONEY, Unit.FLAG}
_WIDTHS = ((0, 2), (1, 44), (2, 30), (3, 17), (4, 14), (5, 14), (6, 2), (7, 34), (8, 3))
_PERIOD_WIDTH = 10.5


def write_calculations(desk: Desk, sheet: SheetPlan) -> None:
    """A whole sheet of lines."""
    kind = "control" if sheet.title == PASSES else "presentation" if sheet.title in PRESENTED_LAST else "calculation"
    page = desk.page(sheet.title, kind)
    write_header(desk, page, sheet.title)
    write_periods(desk, page, sheet.title)
    set_columns(page, desk.plan.periods)
    write_rows(desk, page, sheet)
    set_up_print(page, desk.plan.periods)


def set_columns(page: Page, periods: int) -> None:
    """The widths that all sheets of lines share."""
    for column, width in _WIDTHS:
        page.sheet.set_column(column, column, width)
    page.sheet.set_column(FIRST_COLUMN, FIRST_COLUMN + periods - 1, _PERIOD_WIDTH)


def write_rows(desk: Desk, page: Page, sheet: SheetPlan) -> None:
    """The headings and lines of a sheet."""
    level_of_heading = 0
    kept = desk.stocks
    for row, item in sheet.rows:
        if isinstance(item, Heading):
            style = desk.styles.of("subheading" if item.level else "heading")
            page.text(row, 0, desk.translate(item.text), style)
            if not item.level:
                page.blank(row, range(1, 8), style)
            level_of_heading = 1 if sheet.title == PASSES else 0
            continue
        level = max(item.level, level_of_heading)
        if level:
            page.sheet.set_row(row - 1, None, None, {"level": level})
        _write_line(desk, page, row, item, totalled=item.line.name not in kept)


def _write_line(desk: Desk, page: Page, row: int, item: LineRow, *, totalled: bool) -> None:
    line, styles = item.line, desk.styles
    values = desk.values[line.name]
    kind = _kind(line)
    page.text(row, 1, _label(desk, line), styles.of("plain"))
    page.text(row, 2, line.name, styles.of("id"))
    page.text(row, 3, desk.unit(line.unit), styles.of("id"))
    page.text(row, 7, desk.translate(line.note) if line.note else "", styles.of("note"))
    if line.shape is Shape.SCALAR:
        page.formula(row, SCALAR_COLUMN, item.template.at(SCALAR_COLUMN), styles.of(kind, line.unit), values[0])
        return
    page.across(row, FIRST_COLUMN, item.template, styles.of(kind, line.unit), values)
    if totalled and line.unit in _TOTALLED:
        _write_total(desk, page, row, line.unit, values)


def _write_total(desk: Desk, page: Page, row: int, unit: Unit, values: tuple[float | None, ...]) -> None:
    last = column_name(FIRST_COLUMN + desk.plan.periods - 1)
    template = Template(f"SUM($J{row}:${last}{row})")
    total = sum(value for value in values if value is not None)
    page.formula(row, SCALAR_COLUMN + 1, template.at(SCALAR_COLUMN + 1), desk.styles.of("total", unit), total)


def _kind(line: Line) -> str:
    if "~pass" in line.name:
        return "pass"
    return "export" if "kpi" in line.tags else "calculation"


def _label(desk: Desk, line: Line) -> str:
    """The label, and for a part of a formula or a search which one it is."""
    label = desk.translate(line.label)
    _, mark, tail = line.name.rpartition("~")
    if not mark or tail.startswith("pass"):
        return label
    if tail == "residual":
        return f"{label}: {desk.translate('residual')}"
    if tail.startswith("from"):
        return f"{label}: {desk.translate('search from guess')} {tail.removeprefix('from')}"
    if tail.startswith("near"):
        return f"{label}: {desk.translate('distance from the first guess')} {tail.removeprefix('near')}"
    return f"{label}: {desk.translate('part')} {tail}"
