"""The sheet of checks: every check with its value, its tolerance and its verdict, and one master check."""

from __future__ import annotations

from finmodel.engines.excel_cells import SCALAR_COLUMN
from finmodel.outputs.workbook.calculations import set_columns, write_rows
from finmodel.outputs.workbook.checks_plan import MASTER_ROW, CheckRow, check_rows
from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.grouping import CHECKS
from finmodel.outputs.workbook.header import master_value, set_up_print, write_header, write_periods
from finmodel.outputs.workbook.inputs_plan import TOLERANCE
from finmodel.outputs.workbook.page import Page
from finmodel.units import Unit

__all__ = ["write_checks"]

_TOLERANCE, _VERDICT = 5, 7


def write_checks(desk: Desk) -> None:
    """The list of checks, then the lines of the model's own checks."""
    page = desk.page(CHECKS, "control")
    write_header(desk, page, CHECKS)
    write_periods(desk, page, CHECKS)
    set_columns(page, desk.plan.periods)
    rows = check_rows(desk.plan)
    _write_list(desk, page, [row for row in rows if row.integrity], "Integrity: the model is wrong if one fails")
    _write_list(desk, page, [row for row in rows if not row.integrity], "Alerts: the deal is in trouble, not the model")
    _write_master(desk, page, [row for row in rows if row.integrity])
    for sheet in desk.plan.sheets:
        if sheet.title == CHECKS:
            write_rows(desk, page, sheet)
    set_up_print(page, desk.plan.periods)


def _write_master(desk: Desk, page: Page, rows: list[CheckRow]) -> None:
    words, styles = desk.translate, desk.styles
    page.text(MASTER_ROW, 0, words("Master check"), styles.of("heading"))
    page.blank(MASTER_ROW, (1, 2, 3), styles.of("heading"))
    page.text(MASTER_ROW, _VERDICT, words("1 where every integrity check holds"), styles.of("note"))
    for column, caption in ((SCALAR_COLUMN, "Value"), (_TOLERANCE, "Tolerance"), (_VERDICT, "Holds")):
        page.text(MASTER_ROW + 1, column, words(caption), styles.of("column"))
    formula = f"=MIN($H${rows[0].row}:$H${rows[-1].row})" if rows else "=1"
    page.formula(MASTER_ROW, SCALAR_COLUMN, formula, styles.verdict(), master_value(desk))
    _colour(desk, page, MASTER_ROW, SCALAR_COLUMN)


def _write_list(desk: Desk, page: Page, rows: list[CheckRow], heading: str) -> None:
    if rows:
        page.text(rows[0].row - 1, 0, desk.translate(heading), desk.styles.of("subheading"))
    for row in rows:
        _write_check(desk, page, row)


def _write_check(desk: Desk, page: Page, check: CheckRow) -> None:
    styles, here = desk.styles, desk.plan.names[CHECKS]
    line = desk.plan.lines[check.line]
    value = desk.values[check.line][0]
    tolerance = desk.plan.places[tolerance_name(desk)]
    row = check.row
    page.text(row, 1, desk.translate(line.label), styles.of("plain"))
    page.text(row, 2, line.name, styles.of("id"))
    page.text(row, 3, desk.unit(line.unit), styles.of("id"))
    link = "=" + desk.plan.places[line.name].single(here)
    page.formula(row, SCALAR_COLUMN, link, styles.of("calculation", Unit.NUMBER), value)
    allowed = tolerance_value(desk)
    page.formula(row, _TOLERANCE, "=" + tolerance.single(here), styles.of("calculation", pattern="0.0E+00"), allowed)
    holds = float(value is not None and abs(value) <= allowed)
    formula = f"=IF(ABS($E{row})<=$F{row},1,0)"
    page.formula(row, _VERDICT, formula, styles.verdict() if check.integrity else styles.alert(), holds)
    if check.integrity:
        _colour(desk, page, row, _VERDICT)


def tolerance_name(desk: Desk) -> str:
    """The input below which a difference counts as none: the case's own, or the workbook's."""
    return "tolerance" if "tolerance" in desk.plan.results.inputs.entries else TOLERANCE


def tolerance_value(desk: Desk) -> float:
    """Its value."""
    return next(
        block.base for block in desk.plan.inputs.blocks()
        if block.entry.variable.name == tolerance_name(desk) and isinstance(block.base, float)
    )  # fmt: skip


def _colour(desk: Desk, page: Page, row: int, column: int) -> None:
    for value, style in ((0, "wrong"), (1, "right")):
        rule = {"type": "cell", "criteria": "==", "value": value, "format": desk.styles.of(style)}
        page.sheet.conditional_format(row - 1, column, row - 1, column, rule)
