"""``finmodel scenarios`` sets every scenario beside the base case, for people and for programs."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Finmodel


def test_the_scenarios_are_columns_with_the_numbers_of_a_run(finmodel: Finmodel, lighting: str) -> None:
    answer = finmodel("scenarios", lighting)
    assert (answer.code, answer.err) == (0, "")
    for heading in ("Scenarios", "Key results", "Change from the base case", "Checks and covenants that do not hold"):
        assert f"\n{heading}\n" in answer.out, heading
    assert "Debt stays as contracted" in answer.out
    told = json.loads(finmodel("scenarios", lighting, "--json").out)
    run = json.loads(finmodel("run", lighting, "--scenario", "high_rates", "--json").out)
    assert told["frozen"] is run["frozen"] is True
    scenario = told["scenarios"]["high_rates"]["kpis"]
    assert {name: kpi["value"] for name, kpi in scenario.items()} == {n: kpi["value"] for n, kpi in run["kpis"].items()}


def test_debt_can_be_sized_again_and_one_key_result_asked_for(finmodel: Finmodel, lighting: str) -> None:
    told = json.loads(finmodel("scenarios", lighting, "--resize", "--kpi", "senior_debt", "--json").out)
    assert told["frozen"] is False
    assert list(told["kpis"]) == ["senior_debt"]
    assert told["scenarios"]["high_rates"]["kpis"]["senior_debt"]["change"] < 0
    assert "Debt is sized again" in finmodel("scenarios", lighting, "--resize", "--kpi", "senior_debt").out


def test_a_scenario_added_on_the_way_can_build_on_another(finmodel: Finmodel, lighting: str) -> None:
    new = "scenarios.worse={from: cost_overrun, set: {capex.control.overrun: {add: 5 %}}}"
    told = json.loads(finmodel("scenarios", lighting, "--set", new, "--kpi", "equity_irr", "--json").out)["scenarios"]
    assert told["worse"]["from"] == "cost_overrun"
    figures = told["worse"]["figures"]
    assert {path: round(figure["after"]["value"], 9) for path, figure in figures.items()} == {
        "capex.luminaires.overrun": 0.15, "capex.control.overrun": 0.2, "capex.sensors.overrun": 0.15,
    }  # fmt: skip
    assert figures["capex.control.overrun"]["after"]["note"] == "scenario cost_overrun + 0.05"
    assert told["worse"]["kpis"]["equity_irr"]["value"] < told["cost_overrun"]["kpis"]["equity_irr"]["value"]


@pytest.mark.parametrize(("given", "code", "hint"), [
    (("--kpi", "equity_ir"), 2, "did you mean equity_irr?"),
    (("--set", "scenarios.worse={from: cost_overun}"), 3, "did you mean cost_overrun?"),
])  # fmt: skip
def test_wrong_words_are_answered_with_the_right_ones(
    finmodel: Finmodel, lighting: str, given: tuple[str, ...], code: int, hint: str
) -> None:
    answer = finmodel("scenarios", lighting, *given)
    assert (answer.code, answer.out) == (code, "")
    assert hint in answer.err


def test_a_case_without_scenarios_is_told_how_to_state_them(finmodel: Finmodel) -> None:
    solar = Path(__file__).parents[2] / "cases" / "sam_single_owner" / "a.yaml"
    answer = finmodel("scenarios", solar)
    assert (answer.code, answer.out) == (2, "")
    assert "states no scenarios; list them under scenarios:" in answer.err


def test_a_page_is_written_where_a_folder_is_named(finmodel: Finmodel, lighting: str, tmp_path: Path) -> None:
    assert finmodel("scenarios", lighting, "--kpi", "equity_irr", "--lang", "kk", "--out", str(tmp_path)).code == 0
    assert '<html lang="kk">' in (tmp_path / "scenarios.html").read_text(encoding="utf-8")
