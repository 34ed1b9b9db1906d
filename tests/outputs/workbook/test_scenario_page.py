"""The sheet of scenarios has the values of the run, the live result beside them, and turns stale with its inputs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from finmodel.outputs.workbook import write_workbook
from finmodel.outputs.workbook.plan import SCENARIOS, make_plan
from finmodel.results import Results, ScenarioResults
from tests.outputs.workbook.deal import deal, with_inputs
from tests.outputs.workbook.rules import RULES, Workbook, read
from tests.recalculation import OpenWorkbook, planted, stored_cells

LABEL, NOW, BASE, FIRST, SECOND = 2, 5, 6, 7, 8


@pytest.fixture(scope="module")
def beside() -> Results:
    """The deal with what its scenarios come to: cover is thin in the first, and the second has no results."""
    dear = with_inputs(deal(), gearing=0.6)
    checks = {**dear.checks, "thin_cover": replace(dear.checks["thin_cover"], value=2.0, ok=False)}
    found = {
        "dear": ScenarioResults(dear.kpis, checks),
        "slow": ScenarioResults(trouble="Commitment did not settle."),
    }
    stated = (replace(deal().scenarios[0], inputs={"gearing": 0.6}), deal().scenarios[1])
    return replace(deal(), scenarios=stated, scenario_results=found)


@pytest.fixture(scope="module")
def written(beside: Results, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("scenarios") / "model.xlsx"
    write_workbook(beside, path)
    return path


@pytest.fixture(scope="module")
def workbook(written: Path) -> Workbook:
    return read(written)


def rows(workbook: Workbook, label: str) -> list[int]:
    """The rows of the sheet with a label."""
    sheet: Any = workbook.book[SCENARIOS]
    return [cell.row for (cell,) in sheet.iter_rows(min_col=LABEL, max_col=LABEL) if cell.value == label]


def test_a_workbook_without_results_of_scenarios_has_no_such_sheet() -> None:
    assert SCENARIOS not in make_plan(deal()).names


def test_the_base_case_and_every_scenario_are_columns(workbook: Workbook, beside: Results) -> None:
    sheet: Any = workbook.book[SCENARIOS]
    row = rows(workbook, "Project IRR")[0]
    assert sheet.cell(row, BASE).value == pytest.approx(beside.kpis["project_irr"].value, abs=1e-9)
    dear = beside.scenario_results["dear"].kpis["project_irr"].value
    assert sheet.cell(row, FIRST).value == pytest.approx(dear, abs=1e-9)
    assert sheet.cell(row, SECOND).value is None
    caption = rows(workbook, "Project IRR")[0] - list(beside.kpis).index("project_irr") - 1
    assert [sheet.cell(caption, column).value for column in (NOW, BASE, FIRST, SECOND)] == [
        "Now", "Base", "Dear money", "Slow start",
    ]  # fmt: skip


def test_changes_are_formulas_over_these_values(written: Path, workbook: Workbook, beside: Results) -> None:
    first, second = rows(workbook, "Commitment")
    sheet: Any = workbook.book[SCENARIOS]
    assert sheet.cell(second, FIRST).value == f"=G{first}-$F{first}"
    assert sheet.cell(second, SECOND).value is None
    values = beside.scenario_results["dear"].kpis["senior_debt"].value, beside.kpis["senior_debt"].value
    change = (values[0] or 0.0) - (values[1] or 0.0)
    assert stored_cells(written)[SCENARIOS, second, FIRST] == pytest.approx(change, abs=1e-8)


def test_checks_that_fail_anywhere_are_listed_and_a_scenario_without_results_says_why(
    workbook: Workbook, beside: Results
) -> None:
    sheet: Any = workbook.book[SCENARIOS]
    (row,) = rows(workbook, "Cover is thin")
    base = beside.checks["thin_cover"].value
    assert [sheet.cell(row, column).value for column in (BASE, FIRST, SECOND)] == [base, 2, None]
    assert rows(workbook, "Debt is not repaid") == []
    assert rows(workbook, "slow: Commitment did not settle.")


def test_what_is_live_follows_and_the_rest_is_stale_once_an_input_differs(beside: Results, tmp_path: Path) -> None:
    path = tmp_path / "planted.xlsx"
    write_workbook(beside, path, cached=planted)
    workbook, book = read(path), OpenWorkbook(path)
    now = (SCENARIOS, rows(workbook, "Commitment")[0], NOW)
    state = (SCENARIOS, rows(workbook, "These figures are")[0], NOW)
    assert book[state] == "current"
    assert book[now] == pytest.approx(beside.values["debt"])
    place = make_plan(beside).places["gearing"]
    with book.typed({(place.sheet, place.row, BASE): 0.5}):
        assert book[state] == "stale"
        assert book[now] == pytest.approx(with_inputs(deal(), gearing=0.5).values["debt"])


@pytest.mark.parametrize("rule", RULES)
def test_the_workbook_keeps_the_rules(workbook: Workbook, rule: str) -> None:
    assert getattr(workbook, RULES[rule])() == []
