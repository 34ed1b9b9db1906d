"""Rows of inputs: years and positions as columns, scenarios below the live row, one number for all typed once."""

import openpyxl
import pytest

from finmodel.outputs.workbook.plan import Plan
from tests.outputs.workbook.deal import deal
from tests.outputs.workbook.rules import Workbook


@pytest.fixture
def row(plan: Plan) -> dict[str, int]:
    return {name: place.row for name, place in plan.inputs.places.items()}


def values(workbook: Workbook, sheet: str, row: int, columns: str) -> list[object]:
    return [workbook.book[sheet][f"{column}{row}"].value for column in columns]


def test_a_table_by_year_has_its_years_above(workbook: Workbook, row: dict[str, int]) -> None:
    assert values(workbook, "Inputs by year", 4, "JKL") == ["2027", "2028", "2029"]
    assert values(workbook, "Inputs by year", row["inflation"], "IJKLM") == [None, 0.09, 0.08, 0.07, None]


def test_the_live_row_is_picked_among_the_rows_below_it(workbook: Workbook, row: dict[str, int]) -> None:
    n = row["road.profile"]
    assert values(workbook, "Inputs by position", n, "JK") == [
        f"=INDEX(J{n + 1}:J{n + 3},Inputs!$E$8,1)",
        f"=INDEX(K{n + 1}:K{n + 3},Inputs!$E$8,1)",
    ]
    assert values(workbook, "Inputs by position", n + 1, "JKLM") == [0.5, 1, 1, 1]
    assert values(workbook, "Inputs by position", n + 2, "JK") == [f"=J{n + 1}", f"=K{n + 1}"]
    assert values(workbook, "Inputs by position", n + 3, "JKLM") == [0, 0.5, 1, 1]


def test_one_number_for_all_periods_is_typed_once(workbook: Workbook, row: dict[str, int]) -> None:
    n = row["rate"] + 1
    assert values(workbook, "Inputs by period", n, "EJO") == [0.12, f"=$E{n}", f"=$E{n}"]


def test_a_series_is_typed_period_by_period(workbook: Workbook, row: dict[str, int]) -> None:
    assert values(workbook, "Inputs by period", row["capex"], "EIJKLP") == [None, None, 500, 300, 0, None]


def test_the_contract_holds_what_financial_close_fixed(
    workbook: Workbook, stored: openpyxl.Workbook, plan: Plan
) -> None:
    sheet = stored["Contract"]
    assert sheet[f"E{plan.contract['debt'].row}"].value == pytest.approx(deal().values["debt"])
    repaid = [sheet.cell(plan.contract["repaid"].row, column).value for column in range(10, 16)]
    assert repaid == pytest.approx(list(deal().series["repaid"]))
    assert workbook.book["Contract"][f"E{plan.contract['debt'].row}"].fill.fgColor.rgb == "FFE3EFFB"
