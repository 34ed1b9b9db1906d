"""Whether values still hold: inputs are compared with what they were, or another sheet that compares them is asked."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped]

from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.grouping import CHECKS
from finmodel.outputs.workbook.inputs_plan import FIRST_ROW
from finmodel.outputs.workbook.plan import Plan
from finmodel.outputs.workbook.staleness import BELOW_STATE, differences, write_comparison, write_state
from finmodel.outputs.workbook.styles import Styles

SAID = ("Values.", "Stale once an input differs.")


@pytest.fixture
def compared(plan: Plan, tmp_path: Path) -> openpyxl.Workbook:
    """A sheet with a comparison and its verdict, written alone under the name of the checks."""
    with xlsxwriter.Workbook(tmp_path / "state.xlsx") as book:
        desk = Desk(book, plan, {}, Styles(book), str, lambda value: value, frozenset())
        page = desk.page(CHECKS, "presentation")
        write_state(desk, page, SAID, write_comparison(desk, page, CHECKS, BELOW_STATE))
    return openpyxl.load_workbook(tmp_path / "state.xlsx")


def test_every_input_stands_as_it_is_now_beside_what_it_was(compared: openpyxl.Workbook, plan: Plan) -> None:
    sheet = compared[CHECKS]
    names = [cell.value for (cell,) in sheet.iter_rows(min_col=3, max_col=3, min_row=BELOW_STATE + 4) if cell.value]
    assert names == [entry.variable.name for entry in plan.results.inputs if entry.variable.group != "risks"]
    row = BELOW_STATE + 4 + names.index("lockup_dscr")
    assert sheet.cell(row, 5).value == "=" + plan.places["lockup_dscr"].single(CHECKS)
    assert sheet.cell(row, 6).value == 1.15


def test_the_verdict_counts_what_differs(compared: openpyxl.Workbook) -> None:
    sheet = compared[CHECKS]
    last = sheet.max_row
    assert sheet.cell(FIRST_ROW + 4, 5).value == differences(BELOW_STATE + 4, last)
    assert sheet.cell(FIRST_ROW + 5, 5).value == f'=IF($E${FIRST_ROW + 4}=0,"current","stale")'


def test_weights_are_all_different(compared: openpyxl.Workbook) -> None:
    weights = [cell.value for cell in compared[CHECKS][BELOW_STATE + 1][9:] if cell.value is not None]
    assert len(set(weights)) == len(weights) > 1


def test_a_sheet_may_ask_another_that_compares(plan: Plan, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "asked.xlsx") as book:
        desk = Desk(book, plan, {}, Styles(book), str, lambda value: value, frozenset())
        write_state(desk, desk.page("Log", "presentation"), SAID, CHECKS)
    asked = openpyxl.load_workbook(tmp_path / "asked.xlsx")["Log"]
    assert asked.cell(FIRST_ROW + 4, 5).value == f"={CHECKS}!$E${FIRST_ROW + 4}"
