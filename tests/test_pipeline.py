"""From a case file to its documents, the same bytes each time."""

from dataclasses import replace
from pathlib import Path

import pytest

from finmodel.errors import CaseError, UsageError
from finmodel.pipeline import DOCUMENTS, _analysed, run_and_write, run_case, sized_case, write_document, write_outputs
from finmodel.results import Results

LIGHTING = Path(__file__).parents[1] / "cases" / "alatau_gate_lighting" / "case.yaml"


@pytest.fixture(scope="module")
def run() -> Results:
    return run_case(LIGHTING)


def test_a_case_is_named_after_its_folder_and_knows_its_words(run: Results) -> None:
    assert run.name == "alatau_gate_lighting"
    assert run.currency == "KZT million"
    assert run.title.startswith("Alatau City")
    of_the_case = {"project", "parties", "term_sheet", "labels", "definitions", "currencies"}
    assert set(run.details) == of_the_case | {
        "events",
        "grantors",
        "subsidised",
        "hedged",
        "replaced",
        "stated_words",
        "green_tables",
    }


def test_every_integrity_check_of_the_sample_case_holds(run: Results) -> None:
    assert run.values["master_check"] == 1
    assert [name for name, check in run.checks.items() if not check.ok and check.kind == "integrity"] == []


def test_hashes_follow_the_file_and_the_inputs(run: Results, tmp_path: Path) -> None:
    text = LIGHTING.read_text(encoding="utf-8")
    copy = tmp_path / "case.yaml"
    copy.write_text("# a remark\n" + text, encoding="utf-8")
    same = run_case(copy)
    changed = run_case(LIGHTING, overrides=["valuation.equity_discount_rate=0.2"])
    assert same.hashes["case"] != run.hashes["case"]
    assert same.hashes["inputs"] == run.hashes["inputs"]
    assert changed.hashes["case"] == run.hashes["case"]
    assert changed.hashes["inputs"] != run.hashes["inputs"]


def test_every_scenario_lists_the_inputs_it_changes(run: Results) -> None:
    changed = {scenario.name: dict(scenario.inputs) for scenario in run.scenarios}
    assert changed["delay_six_months"] == {"delay_months": 6.0}
    assert set(changed["cost_overrun"]) == {"luminaires.overrun", "control.overrun", "sensors.overrun"}


def test_a_scenario_can_be_run_by_name_and_base_is_the_case_itself(run: Results) -> None:
    delayed = run_case(LIGHTING, scenario="delay_six_months")
    assert (delayed.scenario, delayed.frozen) == ("delay_six_months", True)
    assert delayed.contract == run.contract
    assert run_case(LIGHTING, scenario="base").values == run.values


def test_an_unknown_scenario_is_refused() -> None:
    with pytest.raises(UsageError, match=r"has no scenario 'late'; it has: base, delay_six_months"):
        run_case(LIGHTING, scenario="late")


def test_a_wrong_case_is_refused_with_every_problem(tmp_path: Path) -> None:
    wrong = tmp_path / "case.yaml"
    wrong.write_text("projekt: {}\ntimings: {}\n")
    with pytest.raises(CaseError) as refused:
        run_case(wrong)
    assert {"projekt", "timings"} <= {problem.key for problem in refused.value.problems}


def test_documents_are_the_same_bytes_each_time(run: Results, tmp_path: Path) -> None:
    first = write_outputs(run, tmp_path / "first", command=["run"])
    second = write_outputs(run_case(LIGHTING), tmp_path / "second", command=["run"])
    assert [path.name for path in first] == [*DOCUMENTS.values(), "manifest.json"]
    for one, other in zip(first, second, strict=True):
        assert one.read_bytes() == other.read_bytes(), one.name


def test_written_as_it_is_computed_it_is_the_same_to_the_byte(run: Results, tmp_path: Path) -> None:
    apart = write_outputs(run, tmp_path / "apart", command=["run"])
    results, together = run_and_write(LIGHTING, tmp_path / "together", command=["run"])
    assert results.kpis == run.kpis
    assert [path.name for path in together] == [path.name for path in apart]
    for one, other in zip(apart, together, strict=True):
        assert one.read_bytes() == other.read_bytes(), one.name


def test_analysis_adds_to_the_results_and_leaves_the_numbers_that_a_workbook_is_drafted_from(run: Results) -> None:
    loaded, sized = sized_case(LIGHTING, (), None, resize=False)
    added = _analysed(loaded, sized)
    assert "risk_sharing" in added
    assert not {"series", "values", "graph", "inputs", "contract", "kpis", "checks"} & set(added)
    assert replace(sized, **added).risk_sharing == run.risk_sharing


def test_one_document_can_be_written_alone(run: Results, tmp_path: Path) -> None:
    write_document(run, "term-sheet", tmp_path / "only.html", lang="kk")
    assert [path.name for path in tmp_path.iterdir()] == ["only.html"]
    assert '<html lang="kk' in (tmp_path / "only.html").read_text(encoding="utf-8")


def test_debtsized_case_on_cover_without_any_cash_flow_is_refused_with_its_binding_limit(tmp_path: Path) -> None:
    with pytest.raises(CaseError) as caught:
        run_case(no_cash(tmp_path))
    (problem,) = caught.value.problems
    assert problem.key == "facilities.senior.sizing"
    assert problem.what == "the binding limit is DSCR: CFADS for sizing is positive in no period of service"


def test_a_scenario_without_cash_flow_runs_for_its_debt_is_signed(tmp_path: Path) -> None:
    path = no_cash(tmp_path, "scenarios: {dry: {set: {opex.staff.unit_cost: 400}}}\n", cost=50)
    assert run_case(path, scenario="dry").values["senior.without_cash_flow"] == 1


def no_cash(folder: Path, more: str = "", cost: float = 400) -> Path:
    path = folder / "case.yaml"
    path.write_text(
        "project: {title: Dry}\n"
        "timing: {start: 2027-01-01, period: year, construction_months: 12, operation_months: 60}\n"
        "capex: {plant: {unit_cost: 1000}}\n"
        f"opex: {{staff: {{unit_cost: {cost}}}}}\n"
        "revenue: {payment: {type: availability_payment, amount: 300}}\n"
        "facilities: {senior: {type: term_loan, base_rate: 10 %, tenor_months: 72, "
        "sizing: {dscr: 1.3, gearing: 70 %}}}\n"
        "tax_pools: {machinery: {rate: 25 %}}\n"
        "tax: {regime: kz_standard, cit_rate: 0}\n" + more,
        encoding="utf-8",
    )
    return path


def test_an_issuance_is_run_and_written_as_a_project_is(tmp_path: Path) -> None:
    results, written = run_and_write(LIGHTING.parents[2] / "tests" / "inputs" / "good_issuance.yaml", tmp_path)
    assert [path.name for path in written] == [*DOCUMENTS.values(), "manifest.json"]
    assert results.values["master_check"] == 1
    assert (results.facts, results.payoffs, results.risk_sharing.risks) == ({}, (), ())
