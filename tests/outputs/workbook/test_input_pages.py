"""The sheet of inputs: base and scenarios side by side, the live value picked by one selector, sources beside them."""

import openpyxl
import pytest

from finmodel.outputs.workbook.plan import Plan
from tests.outputs.workbook.rules import Workbook


@pytest.fixture
def row(plan: Plan) -> dict[str, int]:
    return {name: place.row for name, place in plan.inputs.places.items()}


def test_the_live_value_is_picked_by_the_selector(workbook: Workbook, row: dict[str, int]) -> None:
    sheet, n = workbook.book["Inputs"], row["gearing"]
    assert sheet[f"E{n}"].value == f"=INDEX($F{n}:$H{n},1,$E$8)"
    assert [sheet[f"{column}{n}"].value for column in "FGH"] == [0.7, 0.6, f"=$F{n}"]


def test_the_selector_is_a_list_of_the_scenarios(workbook: Workbook, stored: openpyxl.Workbook) -> None:
    sheet = workbook.book["Inputs"]
    assert [sheet[f"{column}4"].value for column in "FGH"] == ["Base", "Dear money", "Slow start"]
    assert (sheet["F8"].value, sheet["E8"].value) == ("Base", "=MATCH(F8,$F$4:$H$4,0)")
    assert stored["Inputs"]["E8"].value == 1
    (rule,) = (rule for rule in sheet.data_validations.dataValidation if "F8" in str(rule.sqref))
    assert (rule.type, rule.formula1) == ("list", "$F$4:$H$4")


def test_a_choice_is_a_word_and_its_number_is_live(
    workbook: Workbook, stored: openpyxl.Workbook, row: dict[str, int]
) -> None:
    sheet, n = workbook.book["Inputs"], row["profile_kind"]
    assert [sheet[f"{column}{n}"].value for column in "FH"] == ["level", "equal"]
    assert sheet[f"E{n}"].value == f"=MATCH(INDEX($F{n}:$H{n},1,$E$8),$M{n}:$N{n},0)"
    assert [sheet[f"{column}{n}"].value for column in "MN"] == ["equal", "level"]
    assert stored["Inputs"][f"E{n}"].value == 2


def test_what_is_not_verified_is_marked(workbook: Workbook, row: dict[str, int]) -> None:
    sheet = workbook.book["Inputs"]
    assert sheet[f"F{row['gearing']}"].fill.fgColor.rgb == "FFFFE600"
    assert sheet[f"F{row['lockup_dscr']}"].fill.fgColor.rgb == "FFFFF8DC"


def test_sources_stand_beside_the_figures(workbook: Workbook, row: dict[str, int]) -> None:
    sheet, n = workbook.book["Inputs"], row["road.fee"]
    assert [sheet[f"{column}{n}"].value for column in "IJK"] == ["The tender", "2026", "seen"]


def test_a_tolerance_is_shown_as_more_than_0(workbook: Workbook, row: dict[str, int]) -> None:
    assert workbook.book["Inputs"][f"F{row['tolerance~checks']}"].number_format == "0.0E+00"
