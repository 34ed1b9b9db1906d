"""The workbooks of whole cases, recalculated: every cell of every line is what the engine found."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from finmodel.outputs.workbook import write_workbook
from finmodel.results import Results
from tests.outputs.workbook.agreement import disagreements, line, recalculated, together
from tests.outputs.workbook.deal import with_inputs
from tests.outputs.workbook.rules import RULES, Workbook, read
from tests.recalculation import Cells, by_formualizer, by_ironcalc, by_libreoffice, stored_cells
from tests.runs import results_of

CASES = Path(__file__).parents[1] / "cases"
CASE = CASES / "alatau_gate_lighting" / "case.yaml"

CHANGES: Mapping[str, Mapping[str, float]] = {
    "gate_business_hub": {"senior__margin": 0.06, "offices__unit_cost": 0.6, "office_rents__rent_per_unit": 0.15},
    "golden_kpark_campus": {"bonds__margin": 0.03, "hospital__unit_cost": 95.0, "construction_months": 36.0},
    "astana_safe_city": {"usd__spot": 600.0, "senior__margin": 0.06, "dollar_forwards__share": 0.8},
    "almaty_adaptive_signals": {"usd__spot": 600.0, "senior__margin": 0.06, "accidents__attribution": 0.2},
    "wifi_kiosks": {"usd__spot": 600.0, "senior__margin": 0.06, "centre_kiosks__quantity": 180.0},
}
"""Figures as a reader might type them into the workbooks of deals in layers, and of deals paid by others."""
SHOCKS = {
    "gate_business_hub": "district_late",
    "golden_kpark_campus": "budget_cut",
    "astana_safe_city": "dollar_shock",
    "heat_network_esco": "savings_a_third_less",
    "wifi_kiosks": "collapse",
    "green_resort_mobility": "visitors_low",
    "almaty_adaptive_signals": "half_outcome",
}
"""Scenarios that call what stands behind the lenders, or leave them with nothing."""
PAID_BY_OTHERS = (
    "green_resort_mobility",
    "heat_network_esco",
    "innovation_pilot",
    "growing_logistics",
    "alatau_districts",
    "masdar_like_solar",
    "green_district_bond",
    "municipal_green_bond",
    "retrofit_sukuk",
    "street_lighting_slb",
)
"""Deals paid by users, by savings and by land, districts joined, bonds and a sukuk: recalculated as they stand."""

pytestmark = pytest.mark.slow


@cache
def lighting() -> Results:
    return results_of(CASE)


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


def test_five_figures_typed_in_move_every_line_and_with_the_debt_held_shocks_hit_the_cash(tmp_path: Path) -> None:
    assert changed().values["total_uses"] != pytest.approx(lighting().values["total_uses"], rel=0.05)
    held = with_inputs(replace(lighting(), frozen=True), senior__margin=0.07, construction_months=24.0)
    assert held.values["senior.commitment"] == lighting().values["senior.commitment"]
    assert held.series["cash_closing"] != pytest.approx(lighting().series["cash_closing"], rel=0.05)
    sized_anew, cells = together([changed(), held], tmp_path)
    assert disagreements(sized_anew, changed(), tolerance=1e-8) == []
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
        results = results_of(CASE, scenario=scenario.name)
        cells = recalculated(results, tmp_path, by_ironcalc)
        assert disagreements(cells, results, tolerance=1e-8, rates=False) == [], scenario.name


@cache
def layered(case: str) -> Results:
    return results_of(CASES / case / "case.yaml")


@pytest.mark.parametrize("case", CHANGES)
def test_the_workbook_of_a_deal_in_layers_agrees_and_sizes_it_anew(tmp_path: Path, case: str) -> None:
    typed = with_inputs(layered(case), **CHANGES[case])
    assert typed.values["total_uses"] != pytest.approx(layered(case).values["total_uses"], rel=0.01)
    as_it_stands, sized_anew = together([layered(case), typed], tmp_path)
    assert disagreements(as_it_stands, layered(case), tolerance=1e-7) == []
    assert disagreements(sized_anew, typed, tolerance=1e-7) == []


@pytest.mark.parametrize("case", PAID_BY_OTHERS)
def test_the_workbook_of_a_deal_paid_by_others_agrees(tmp_path: Path, case: str) -> None:
    assert disagreements(recalculated(layered(case), tmp_path, by_libreoffice), layered(case), tolerance=1e-7) == []


def test_every_case_in_a_folder_has_its_workbook_recalculated() -> None:
    folders = {file.parent.name for file in CASES.glob("*/case.yaml")}
    assert folders == {CASE.parent.name, *CHANGES, *PAID_BY_OTHERS}


@pytest.mark.parametrize("case", SHOCKS)
def test_a_shock_that_calls_support_is_the_same_in_the_workbook(tmp_path: Path, case: str) -> None:
    shocked = results_of(CASES / case / "case.yaml", scenario=SHOCKS[case])
    cells = recalculated(shocked, tmp_path, by_ironcalc)
    assert disagreements(cells, shocked, tolerance=1e-7, rates=False) == []


def test_the_workbooks_of_the_reproduced_cases_agree(tmp_path: Path) -> None:
    cases = ("a", "b", "c", "moratorium", "equal_principal", "grant")
    results = [results_of(CASES / "sam_single_owner" / f"{case}.yaml") for case in cases]
    for case, found, cells in zip(cases, results, together(results, tmp_path), strict=True):
        assert disagreements(cells, found, tolerance=1e-8) == [], case


@pytest.mark.parametrize("rule", RULES)
def test_the_workbook_keeps_the_rules(workbook: Workbook, rule: str) -> None:
    assert getattr(workbook, RULES[rule])() == []
