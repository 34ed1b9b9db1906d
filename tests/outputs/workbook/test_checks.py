"""The sheet of checks: one verdict each, one master check that the residuals can break."""

from pathlib import Path

import openpyxl
import pytest

from finmodel.outputs.workbook import write_workbook
from finmodel.outputs.workbook.checks_plan import MASTER_ROW, check_rows
from finmodel.outputs.workbook.plan import Plan, make_plan
from tests.outputs.workbook.deal import deal, with_inputs
from tests.outputs.workbook.rules import Workbook
from tests.recalculation import by_ironcalc, planted


def test_the_master_check_is_the_least_of_the_integrity_checks(workbook: Workbook, plan: Plan) -> None:
    rows = [check.row for check in check_rows(plan) if check.integrity]
    assert workbook.book["Checks"][f"E{MASTER_ROW}"].value == f"=MIN($H${rows[0]}:$H${rows[-1]})"


def test_a_check_compares_the_line_with_the_tolerance(workbook: Workbook, plan: Plan) -> None:
    sheet, first = workbook.book["Checks"], check_rows(plan)[0]
    tolerance = plan.places["tolerance~checks"]
    place = plan.places["debt_left"]
    assert sheet[f"E{first.row}"].value == f"=$E${place.row}"
    assert sheet[f"F{first.row}"].value == f"=Inputs!$E${tolerance.row}"
    assert sheet[f"H{first.row}"].value == f"=IF(ABS($E{first.row})<=$F{first.row},1,0)"


def test_verdicts_stored_are_those_of_the_results(stored: openpyxl.Workbook, plan: Plan) -> None:
    assert [stored["Checks"][f"H{check.row}"].value for check in check_rows(plan)] == [1, 1, 1]


def test_debt_that_has_not_settled_breaks_the_master_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("finmodel.outputs.workbook.passes._FEWEST", 2)
    monkeypatch.setattr("finmodel.outputs.workbook.passes._SPARE", -200)
    write_workbook(with_inputs(deal(), rate=1.5, gearing=0.95), tmp_path / "few.xlsx", cached=planted)
    assert by_ironcalc(tmp_path / "few.xlsx")["Cover", 5, 5] == 0


def test_an_alert_leaves_the_master_check_alone(tmp_path: Path) -> None:
    thin = with_inputs(deal(), lockup_dscr=5.0)
    path = tmp_path / "thin.xlsx"
    write_workbook(thin, path, cached=planted)
    cells = by_ironcalc(path)
    row = check_rows(make_plan(thin))[-1].row
    assert cells["Checks", row, 8] == 0
    assert cells["Checks", MASTER_ROW, 5] == 1
