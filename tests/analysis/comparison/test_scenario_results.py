"""Scenarios as columns of one run: each has the numbers that it has alone."""

from __future__ import annotations

import numpy as np
import pytest

from finmodel.analysis.comparison.scenario_results import scenario_results
from finmodel.analysis.evaluation import About, Scenario, evaluate
from finmodel.engines.numpy_engine import NumpyEngine
from finmodel.errors import NotConvergedError
from finmodel.inputs.table import InputTable
from finmodel.results import Results
from tests.model.small_case import small_model

ABOUT = About("small", "Small deal", "KZT million")
BASE = evaluate(small_model(), ABOUT)
CHANGES = {
    "poor": {"revenue.payment.amount": 260.0},
    "dear": {"opex.staff.overrun": 0.2},
    "empty": {"revenue.payment.amount": 0.0},
}
MODELS = {name: small_model(changes) for name, changes in CHANGES.items()}
TABLES = {name: model.inputs for name, model in MODELS.items()}


def alone(name: str, *, resize: bool) -> Results:
    return evaluate(small_model(), ABOUT, scenario=Scenario(name, MODELS[name], resize))


@pytest.mark.parametrize("resize", [False, True])
def test_every_scenario_has_the_numbers_that_it_has_alone(resize: bool) -> None:
    found = scenario_results(BASE, TABLES, resize=resize)
    assert list(found) == list(CHANGES)
    for name, results in found.items():
        own = alone(name, resize=resize)
        assert isinstance(results, Results)
        assert (results.scenario, results.frozen, results.inputs) == (own.scenario, own.frozen, own.inputs)
        assert results.kpis == own.kpis
        assert results.checks == own.checks
        assert results.facilities == own.facilities
        assert dict(results.series) == dict(own.series)
        assert dict(results.values) == dict(own.values)


def test_a_blank_has_its_reason() -> None:
    found = scenario_results(BASE, TABLES, resize=False)["empty"]
    assert isinstance(found, Results)
    assert found.kpis["equity_irr"].value is None
    assert found.kpis["equity_irr"].reason != ""


def test_lines_are_read_by_their_names_only() -> None:
    found = scenario_results(BASE, TABLES, resize=False)["poor"]
    assert isinstance(found, Results)
    assert len(found.series) == len(BASE.series)
    with pytest.raises(KeyError):
        found.series["no_such_line"]


def test_a_scenario_without_a_solution_takes_no_other_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = NumpyEngine(BASE.graph, len(BASE.periods))
    run = engine.run

    def fails_without_revenue(inputs: dict[str, object], **words: object) -> object:
        if 0.0 in np.atleast_1d(np.asarray(inputs["payment.amount"])):
            raise NotConvergedError("Total uses of funds did not settle.")
        return run(inputs, **words)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "run", fails_without_revenue)
    found = scenario_results(BASE, TABLES, resize=False, engine=engine)
    assert found["empty"] == "Total uses of funds did not settle."
    own = scenario_results(BASE, TABLES, resize=False)
    assert [found[name].kpis == own[name].kpis for name in ("poor", "dear")] == [True, True]  # type: ignore[union-attr]


def test_no_scenarios_need_no_run() -> None:
    assert scenario_results(BASE, {}, resize=False) == {}
    table = InputTable(dict(BASE.inputs.entries))
    same = scenario_results(BASE, {"same": table}, resize=False)["same"]
    assert isinstance(same, Results)
    assert same.kpis["dscr_minimum"].value == pytest.approx(BASE.kpis["dscr_minimum"].value)
