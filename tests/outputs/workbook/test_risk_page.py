"""The sheet on risk sharing says what it is from, and turns stale once an input is not what it was."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from finmodel.outputs.workbook import write_workbook
from finmodel.outputs.workbook.plan import RISKS, make_plan
from finmodel.results import Results
from tests.outputs.workbook.deal import deal
from tests.recalculation import Cells, OpenWorkbook, stored_cells
from tests.runs import results_of

CASE = Path(__file__).parents[3] / "cases" / "alatau_gate_lighting" / "case.yaml"
LABEL = 2


@pytest.fixture(scope="module")
def lighting() -> Results:
    return results_of(CASE)


@pytest.fixture(scope="module")
def written(lighting: Results, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("risks") / "model.xlsx"
    write_workbook(lighting, path)
    return path


@pytest.fixture(scope="module")
def opened(written: Path) -> OpenWorkbook:
    return OpenWorkbook(written)


def cells_of(results: Results, **inputs: float) -> dict[tuple[str, int, int], float]:
    """Numbers to be typed over some inputs of the workbook: of a series, over the first."""
    places = {make_plan(results).places[name.replace("__", ".")]: value for name, value in inputs.items()}
    return {(place.sheet, place.row, 5 if place.count == 1 else 10): value for place, value in places.items()}


@cache
def rows(path: Path) -> dict[str, int]:
    """The rows of the sheet by their labels; of several alike, the first."""
    sheet: Any = openpyxl.load_workbook(path)[RISKS]
    labels = [(cell.value, cell.row) for (cell,) in sheet.iter_rows(min_col=LABEL, max_col=LABEL) if cell.value]
    return dict(reversed(labels))


def state(cells: Cells | OpenWorkbook, path: Path) -> tuple[object, object]:
    return (
        cells[RISKS, rows(path)["These figures are"], 5],
        cells[RISKS, rows(path)["Inputs that differ now"], 5],
    )


def test_each_risk_says_what_is_done_about_it_and_which_inputs_the_model_moves(written: Path) -> None:
    sheet: Any = openpyxl.load_workbook(written)[RISKS]
    told = [(row[0].value, row[1].value) for row in sheet.iter_rows(min_col=3, max_col=4) if row[0].value]
    moved = [text for caption, text in told if caption == "What the model changes"]
    assert len(moved) == 8
    assert "Overrun 0.0% → 15.0%" in moved[0]
    assert moved[-1] == "nothing"


def test_the_figures_are_current_as_written_and_as_recalculated(written: Path, opened: OpenWorkbook) -> None:
    assert state(stored_cells(written), written) == ("current", 0)
    assert state(opened, written) == ("current", 0)


@pytest.mark.parametrize("change", [{"luminaires__unit_cost": 0.684}, {"delay_months": 1.0}])
def test_they_are_stale_once_an_input_differs(
    written: Path, lighting: Results, opened: OpenWorkbook, change: dict[str, float]
) -> None:
    with opened.typed(cells_of(lighting, **change)):
        assert state(opened, written) == ("stale", 1)
    assert state(opened, written) == ("current", 0)


def test_two_numbers_of_a_row_that_trade_places_are_seen(
    written: Path, lighting: Results, opened: OpenWorkbook
) -> None:
    place = make_plan(lighting).places["luminaires.spend"]
    first, second = ((place.sheet, place.row, column) for column in (10, 11))
    stored = stored_cells(written)
    numbers = stored[first], stored[second]
    assert isinstance(numbers[0], float)
    assert isinstance(numbers[1], float)
    assert numbers[0] != numbers[1]
    with opened.typed({first: numbers[1], second: numbers[0]}):
        assert state(opened, written) == ("stale", 1)


def test_a_probability_is_live_and_leaves_the_figures_as_current(
    written: Path, lighting: Results, opened: OpenWorkbook
) -> None:
    effect = lighting.risk_sharing.risks[0].effect
    assert effect is not None
    row = rows(written)["R1 Construction 15 % dearer"]
    with opened.typed(cells_of(lighting, construction_overrun__probability=0.5)):
        assert opened[RISKS, row, 8] == pytest.approx(0.5 * effect.loss)
        assert state(opened, written) == ("current", 0)


def test_values_are_those_of_the_run_and_add_to_nothing(written: Path, lighting: Results) -> None:
    cells, found = stored_cells(written), rows(written)
    first = found["Change in present value"] + 1
    for step, party in enumerate(lighting.risk_sharing.parties):
        effect = lighting.risk_sharing.risks[0].effect
        assert effect is not None
        assert cells[RISKS, first + step, 6] == pytest.approx(effect.parties[party], abs=1e-8)
    sums = [cells[RISKS, first + len(lighting.risk_sharing.parties), column] for column in range(6, 13)]
    assert sums == [0] * 7


def test_it_names_the_inputs_it_came_from_and_tells_the_findings(written: Path, lighting: Results) -> None:
    cells = stored_cells(written)
    assert cells[RISKS, rows(written)["Inputs (SHA-256)"], 5] == lighting.hashes["inputs"]
    texts = [value for (sheet, _, _), value in cells.items() if sheet == RISKS]
    assert "R1 Contractor: 0% of the loss, where 70% was intended." in texts


def test_a_case_without_risks_has_no_such_sheet() -> None:
    assert RISKS not in make_plan(deal()).names
