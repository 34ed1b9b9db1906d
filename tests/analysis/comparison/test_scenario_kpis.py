"""Key results and checks of every scenario, as documents show them beside the base case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from finmodel.analysis.comparison import scenario_kpis as module
from finmodel.analysis.comparison.scenario_kpis import scenario_kpis
from finmodel.analysis.evaluation import About, Scenario, evaluate
from finmodel.results import ScenarioInputs, ScenarioResults
from tests.model.small_case import small_model

ABOUT = About("small", "Small deal", "KZT million")
POOR, EMPTY = {"payment.amount": 260.0}, {"payment.amount": 0.0}
BASE = replace(
    evaluate(small_model(), ABOUT),
    scenarios=(ScenarioInputs("poor", "Poor", POOR), ScenarioInputs("empty", "Empty", EMPTY, "poor")),
)


@pytest.mark.parametrize(("name", "amount"), [("poor", 260.0), ("empty", 0.0)])
def test_each_scenario_has_the_key_results_checks_and_reasons_of_its_run(name: str, amount: float) -> None:
    model = small_model({"revenue.payment.amount": amount})
    own = evaluate(small_model(), ABOUT, scenario=Scenario(name, model))
    found = scenario_kpis(BASE)[name]
    assert found.kpis == own.kpis
    assert found.checks == own.checks
    assert (found.kpis["equity_irr"].value is None) == (found.kpis["equity_irr"].reason != "") == (name == "empty")


def test_a_case_without_scenarios_has_none() -> None:
    assert scenario_kpis(replace(BASE, scenarios=())) == {}


def test_what_has_no_solution_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "scenario_results", lambda *words, **named: {"poor": "It did not settle."})
    assert scenario_kpis(BASE) == {"poor": ScenarioResults(trouble="It did not settle.")}
