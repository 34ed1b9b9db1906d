"""The sheet on support has the values of the run, turns stale with its inputs, and a deal in layers keeps the rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from finmodel.outputs.workbook import write_workbook
from finmodel.outputs.workbook.plan import RISKS, SUPPORT, make_plan
from finmodel.results import Results
from tests.outputs.workbook.deal import deal
from tests.outputs.workbook.rules import RULES, Workbook, read
from tests.recalculation import OpenWorkbook, stored_cells
from tests.runs import results_of

LAYERED = Path(__file__).parents[1] / "layered_case.yaml"
LABEL = 2


@pytest.fixture(scope="module")
def layers() -> Results:
    return results_of(LAYERED)


@pytest.fixture(scope="module")
def written(layers: Results, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("support") / "model.xlsx"
    write_workbook(layers, path)
    return path


@pytest.fixture(scope="module")
def workbook(written: Path) -> Workbook:
    return read(written)


def rows(workbook: Workbook) -> dict[str, int]:
    """The rows of the sheet by their labels; of several alike, the first."""
    sheet: Any = workbook.book[SUPPORT]
    labels = [(cell.value, cell.row) for (cell,) in sheet.iter_rows(min_col=LABEL, max_col=LABEL) if cell.value]
    return dict(reversed(labels))


def test_a_deal_without_support_has_no_such_sheet() -> None:
    assert SUPPORT not in make_plan(deal()).names


def test_the_deal_stands_with_all_support_and_without_each_instrument(workbook: Workbook, layers: Results) -> None:
    sheet: Any = workbook.book[SUPPORT]
    row = rows(workbook)["Equity IRR"]
    effects = layers.support_effects
    assert sheet.cell(row, 5).value == pytest.approx(effects[0].resized.with_it.equity_irr)
    for step, effect in enumerate(effects):
        assert effect.resized.without_it is not None
        assert sheet.cell(row, 6 + step).value == pytest.approx(effect.resized.without_it.equity_irr)


def test_what_parties_have_more_or_less_adds_to_zero(workbook: Workbook) -> None:
    sheet: Any = workbook.book[SUPPORT]
    found = rows(workbook)
    for column in range(5, 9):
        changes = [sheet.cell(row, column).value for row in range(found["Party"] + 1, found["Cost of the provider"])]
        assert sum(change or 0.0 for change in changes) == pytest.approx(0, abs=1e-5)


def test_it_is_current_as_written_and_stale_once_an_input_differs(
    written: Path, workbook: Workbook, layers: Results
) -> None:
    verdict = (SUPPORT, rows(workbook)["These figures are"], 5)
    assert stored_cells(written)[verdict] == "current"
    place, opened = make_plan(layers).places["development.margin"], OpenWorkbook(written)
    with opened.typed({(place.sheet, place.row, 5): 0.01}):
        assert opened[verdict] == "stale"


def test_the_comparison_of_inputs_stands_once_in_the_workbook(workbook: Workbook) -> None:
    link = workbook.book[SUPPORT].cell(rows(workbook)["Inputs that differ now"], 5).value
    assert str(link).startswith(f"='{RISKS}'!")


@pytest.mark.parametrize("rule", RULES)
def test_the_workbook_of_a_deal_in_layers_keeps_the_rules(workbook: Workbook, rule: str) -> None:
    assert getattr(workbook, RULES[rule])() == []


def test_sheets_of_a_deal_in_layers_stand_in_the_readers_order(workbook: Workbook) -> None:
    wanted = [
        "Revenue", "Costs", "Sources and uses", "Grants", "Loans", "Hedges", "Guarantees", "Waterfall", "Equity",
        "Ratios and returns", "Blended finance", "Termination", "Value for money", "Fiscal commitments", "Passes",
        "Statements", "Risk sharing", "Support effects", "Checks",
    ]  # fmt: skip
    assert [title for title in workbook.book.sheetnames if title in wanted] == wanted


def test_an_input_in_dollars_says_so(workbook: Workbook, layers: Results) -> None:
    place = make_plan(layers).places["vendor_finance.sizing_amount"]
    assert workbook.book[place.sheet].cell(place.row, 4).value == "USD million"
