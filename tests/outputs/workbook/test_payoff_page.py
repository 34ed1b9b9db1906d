"""The sheet of payoffs has the values of the run with a chart of each, says whether they hold, and keeps the rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from finmodel.outputs.workbook import write_workbook
from finmodel.outputs.workbook.plan import PAYOFFS, make_plan
from finmodel.results import Results
from tests.outputs.workbook.deal import deal
from tests.outputs.workbook.rules import RULES, Workbook, read
from tests.runs import results_of

REVENUE = Path(__file__).parents[1] / "revenue_case.yaml"
LABEL, FIRST = 2, 5


@pytest.fixture(scope="module")
def paid() -> Results:
    return results_of(REVENUE)


@pytest.fixture(scope="module")
def workbook(paid: Results, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    path = tmp_path_factory.mktemp("payoffs") / "model.xlsx"
    write_workbook(paid, path)
    return read(path)


def test_a_deal_without_payoffs_has_no_such_sheet() -> None:
    assert PAYOFFS not in make_plan(deal()).names


def test_each_line_stands_with_its_values_by_level(workbook: Workbook, paid: Results) -> None:
    sheet: Any = workbook.book[PAYOFFS]
    ids = {cell.value: cell.row for (cell,) in sheet.iter_rows(min_col=LABEL + 1, max_col=LABEL + 1) if cell.value}
    for payoff in paid.payoffs:
        for row in payoff.rows:
            shown = [sheet.cell(ids[row.line], FIRST + step).value for step in range(31)]
            if row.line != "tram.revenue":
                assert shown == pytest.approx(list(row.values[::2]), abs=1e-8)


def test_there_is_a_chart_for_each(workbook: Workbook, paid: Results) -> None:
    sheet: Any = workbook.book[PAYOFFS]
    assert len(sheet._charts) == len(paid.payoffs)


def test_the_sheet_says_whether_its_values_still_hold(workbook: Workbook) -> None:
    labels = [cell.value for (cell,) in workbook.book[PAYOFFS].iter_rows(min_col=LABEL, max_col=LABEL)]
    assert "These figures are" in labels


@pytest.mark.parametrize("rule", RULES)
def test_the_workbook_of_a_deal_paid_in_every_way_keeps_the_rules(workbook: Workbook, rule: str) -> None:
    assert getattr(workbook, RULES[rule])() == []
