"""The frozen rows: the same on every sheet, the time axis read from one place."""

import openpyxl
import pytest

from finmodel.outputs.workbook.plan import Plan
from tests.outputs.workbook.rules import Workbook

WITH_PERIODS = ["Inputs by period", "Contract", "Time", "Revenue", "Senior loan", "Passes", "Statements", "Checks"]


def test_five_rows_are_frozen_on_every_sheet(workbook: Workbook) -> None:
    for sheet in workbook.book.worksheets:
        assert sheet.freeze_panes is not None
        assert sheet.freeze_panes[-1] == "6", sheet.title


def test_every_sheet_shows_the_master_check(workbook: Workbook, stored: openpyxl.Workbook) -> None:
    for sheet in workbook.book.worksheets:
        assert sheet["E5"].value == ("=$E$7" if sheet.title == "Checks" else "=Checks!$E$7")
        assert stored[sheet.title]["E5"].value == 1


@pytest.mark.parametrize("name", WITH_PERIODS)
def test_the_time_axis_is_linked_to_one_sheet(workbook: Workbook, plan: Plan, name: str) -> None:
    sheet, end, counter = workbook.book[name], plan.places["period_end"].row, plan.places["counter"].row
    prefix = "" if name == "Time" else "Time!"
    assert sheet["K2"].value == f"={prefix}K{end}"
    assert sheet["K4"].value == f"={prefix}K{counter}"


def test_the_phase_is_told_in_words_once(workbook: Workbook, stored: openpyxl.Workbook) -> None:
    assert "Construction" in workbook.book["Time"]["J3"].value
    assert workbook.book["Revenue"]["J3"].value == "=Time!J3"
    assert [stored["Revenue"].cell(3, column).value for column in (10, 11, 12)] == ["Construction"] * 2 + ["Operation"]


def test_sheets_without_periods_name_the_currency_and_the_scenario(stored: openpyxl.Workbook) -> None:
    assert (stored["Summary"]["E2"].value, stored["Summary"]["E3"].value) == ("KZT million", "Base")


def test_sheets_print_landscape_with_their_header(workbook: Workbook) -> None:
    for sheet in workbook.book.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$1:$5"
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
