"""The workbooks of whole cases, recalculated: every cell of every line is what the engine found."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from finmodel.outputs.workbook import write_workbook
from finmodel.pipeline import run_case
from finmodel.results import Results
from tests.outputs.workbook.agreement import disagreements, line, recalculated
from tests.outputs.workbook.deal import with_inputs
from tests.outputs.workbook.rules import RULES, Workbook, read
from tests.recalculation import Cells, by_formualizer, by_ironcalc, by_libreoffice, stored_cells

CASE = Path(__file__).parents[1] / "cases" / "alatau_gate_lighting" / "case.yaml"

pytestmark = pytest.mark.slow


@cache
def lighting() -> Results:
    return run_case(CASE)


@cache
def changed() -> Results:
    """Five figures as a reader might type them into the workbook."""
    base = lighting()
    inflation, cost = base.inputs["cpi.rate_by_year"].value, base.inputs["luminaires.unit_cost"].value
    assert isinstance(inflation, tuple)
    assert isinstance(cost, float)
    return with_inputs(
        base,
        senior__margin=0.07,
        luminaires__unit_cost=cost * 1.2,
        senior__tenor_months=150.0,
        cpi__rate_by_year=tuple(rate + 0.02 for rate in inflation),
        construction_months=24.0,
    )


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lighting") / "model.xlsx"
    write_workbook(lighting(), path)
    return path


@pytest.fixture(scope="module")
def workbook(written: Path) -> Workbook:
    return read(written)


def test_every_cell_is_stored_as_libreoffice_recalculates_it(tmp_path: Path, written: Path) -> None:
    stored, cells = stored_cells(written), recalculated(lighting(), tmp_path, by_libreoffice)
    assert stored.keys() == cells.keys()
    expected = {k: v if isinstance(v, str) else pytest.approx(v, rel=1e-7, abs=1e-7) for k, v in cells.items()}
    assert [k for k, value in stored.items() if value != expected[k]] == []
    assert disagreements(cells, lighting(), tolerance=1e-8) == []


def test_five_figures_typed_in_move_every_line_as_the_engine_moves_it(tmp_path: Path) -> None:
    assert changed().values["total_uses"] != pytest.approx(lighting().values["total_uses"], rel=0.05)
    assert disagreements(recalculated(changed(), tmp_path, by_libreoffice), changed(), tolerance=1e-8) == []


def test_with_the_debt_held_shocks_hit_the_cash(tmp_path: Path) -> None:
    held = with_inputs(replace(lighting(), frozen=True), senior__margin=0.07, construction_months=24.0)
    assert held.values["senior.commitment"] == lighting().values["senior.commitment"]
    assert held.series["cash_closing"] != pytest.approx(lighting().series["cash_closing"], rel=0.05)
    cells = recalculated(held, tmp_path, by_libreoffice)
    assert disagreements(cells, held, tolerance=1e-8) == []
    assert line(cells, held, "total_uses~residual") == [0]


@pytest.mark.parametrize("engine", [by_formualizer, by_ironcalc], ids=["formualizer", "ironcalc"])
def test_the_small_engines_agree_on_all_but_internal_rates(tmp_path: Path, engine: Callable[[Path], Cells]) -> None:
    cells = recalculated(changed(), tmp_path, engine)
    assert disagreements(cells, changed(), tolerance=1e-8, rates=False) == []
    assert [where for where, value in cells.items() if isinstance(value, str) and value.startswith("#")] == []


def test_the_workbook_of_a_scenario_is_the_scenario(tmp_path: Path) -> None:
    assert lighting().scenarios
    for scenario in lighting().scenarios:
        results = run_case(CASE, scenario=scenario.name)
        cells = recalculated(results, tmp_path, by_ironcalc)
        assert disagreements(cells, results, tolerance=1e-8, rates=False) == [], scenario.name


@pytest.mark.parametrize("case", ["a", "b", "c", "moratorium", "equal_principal"])
def test_the_workbooks_of_the_reproduced_cases_agree(tmp_path: Path, case: str) -> None:
    results = run_case(CASE.parents[1] / "sam_single_owner" / f"{case}.yaml")
    assert disagreements(recalculated(results, tmp_path, by_libreoffice), results, tolerance=1e-8) == []


@pytest.mark.parametrize("rule", RULES)
def test_the_workbook_keeps_the_rules(workbook: Workbook, rule: str) -> None:
    assert getattr(workbook, RULES[rule])() == []
