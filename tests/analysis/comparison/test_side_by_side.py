"""Scenarios beside the base case: changes, what fails, what is refused, and the numbers of a run of each alone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from finmodel.analysis.comparison.side_by_side import asked_kpis, change, side_by_side
from finmodel.analysis.evaluation import About, Scenario, evaluate
from finmodel.compared import SideBySide
from finmodel.errors import Problem, UsageError
from finmodel.inputs.case import Case
from finmodel.inputs.issuance import Issuance
from finmodel.inputs.loader import load_deal
from finmodel.model.assembly import Model, assemble
from finmodel.model.issuance_assembly import assemble_issuance
from finmodel.questions import compare_scenarios
from finmodel.results import Results, ScenarioInputs
from tests.model.small_case import small_model

CASES = sorted((Path(__file__).parents[3] / "cases").glob("*/case.yaml"))
STATED = (ScenarioInputs("poor", "Poor year"), ScenarioInputs("poorer", "Poorer year", parent="poor"))
TABLES = {
    "poor": small_model({"revenue.payment.amount": 260.0}).inputs,
    "poorer": small_model({"revenue.payment.amount": 200.0}).inputs,
}
BASE = evaluate(small_model(), About("small", "Small deal", "KZT million"), scenarios=STATED)


def never(name: str, results: Results) -> Iterable[Problem]:
    return ()


def small_side(*asked: str) -> SideBySide:
    return side_by_side(BASE, TABLES, resize=False, refused=never, asked=asked)


def test_every_change_is_the_scenario_less_the_base_case() -> None:
    for outcome in small_side().outcomes:
        assert outcome.changes.keys() == BASE.kpis.keys()
        for name, kpi in outcome.kpis.items():
            assert outcome.changes[name] == change(BASE.kpis[name].value, kpi.value)
    assert (small_side().outcomes[0].changes["equity_irr"] or 0.0) < 0


def test_where_either_has_no_value_there_is_no_change() -> None:
    assert (change(None, 1.0), change(1.0, None), change(1.0, 3.0)) == (None, None, 2.0)


def test_what_a_scenario_changes_and_builds_on_is_told() -> None:
    poor, poorer = small_side().outcomes
    assert (poor.parent, poorer.parent, poorer.label) == ("", "poor", "Poorer year")
    assert [(figure.path, figure.after.value) for figure in poor.figures if figure.after] == [
        ("revenue.payment.amount", 260.0)
    ]


def test_only_what_fails_is_listed_integrity_first() -> None:
    side = small_side()
    assert side.failing == ()
    failing = {check.line for check in side.outcomes[1].failing}
    assert "default_periods" in failing
    results = side.outcomes[1].results
    assert results is not None
    assert failing == {check.line for check in results.checks.values() if not check.ok}


def test_single_lines_can_be_asked_for() -> None:
    side = small_side("equity_irr", "arrears_highest")
    assert list(side.kpis) == ["equity_irr", "arrears_highest"]
    assert side.outcomes[1].changes["arrears_highest"] == pytest.approx(side.outcomes[1].kpis["arrears_highest"].value)
    with pytest.raises(UsageError, match="did you mean equity_irr"):
        asked_kpis(BASE, ["equity_ir"])


def test_a_deal_that_would_be_refused_has_the_reason_instead_of_results() -> None:
    def refused(name: str, results: Results) -> Iterable[Problem]:
        return [Problem("case.yaml", 3, 1, "facilities.senior", "no equity is left")] if name == "poorer" else []

    poor, poorer = side_by_side(BASE, TABLES, resize=True, refused=refused).outcomes
    assert poor.results is not None
    assert (poorer.results, poorer.trouble) == (None, "facilities.senior: no equity is left")


def model(case: Case | Issuance) -> Model:
    return assemble_issuance(case) if isinstance(case, Issuance) else assemble(case)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_every_scenario_of_a_case_has_the_numbers_that_a_run_of_it_has(path: Path) -> None:
    loaded = load_deal(path)
    base = model(loaded.case)
    side = compare_scenarios(path)
    assert side.resized == isinstance(loaded.case, Issuance)
    assert [outcome.name for outcome in side.outcomes] == list(loaded.scenarios)
    for outcome in side.outcomes:
        scenario = Scenario(outcome.name, model(loaded.scenarios[outcome.name].case), side.resized)
        own = evaluate(base, About("deal", "Deal", "KZT"), scenario=scenario)
        assert outcome.results is not None
        assert outcome.results.kpis == own.kpis, outcome.name
        assert outcome.results.checks == own.checks, outcome.name
