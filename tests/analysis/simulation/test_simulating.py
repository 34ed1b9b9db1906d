"""A simulation is planned from results and a case: what is uncertain, from which scenario, with which debt."""

from dataclasses import replace

import numpy as np
import pytest

from finmodel.analysis.simulation.simulating import EXAMPLE, Wanted, planned, values_by_scenario
from finmodel.errors import UsageError
from finmodel.inputs.reader import read_text
from finmodel.results import ScenarioInputs
from tests.uncertain_case import RISKS, UNCERTAIN, loaded, plan, ran, results, simulation


def test_a_case_that_is_certain_is_shown_an_example_that_can_be_read() -> None:
    with pytest.raises(UsageError, match="states nothing that is uncertain"):
        planned(results(), loaded(), Wanted(10))
    document, problems = read_text(EXAMPLE, "example")
    assert problems == []
    assert "construction_cost" in document.data["uncertainty"]["variables"]


def test_without_the_heading_the_risks_of_the_register_may_happen() -> None:
    assert [risk.name for risk in plan(RISKS, 10).uncertainty.risks] == ["dear_staff", "low_payment"]
    one = {**RISKS, "uncertainty": {"risks": ["low_payment"]}}
    assert [risk.name for risk in plan(one, 10).uncertainty.risks] == ["low_payment"]


def test_draws_start_from_a_scenario_that_is_named() -> None:
    cheap = ScenarioInputs("cheap", "Cheap staff", {"staff.unit_cost": 40.0})
    base = replace(results(UNCERTAIN), scenarios=(cheap,))
    made = planned(base, loaded(UNCERTAIN), Wanted(10, scenario="cheap"))
    assert made.inputs["staff.unit_cost"] == 40
    with pytest.raises(UsageError, match=r"has no scenario 'dear'; it has: base, cheap\."):
        planned(base, loaded(UNCERTAIN), Wanted(10, scenario="dear"))


def test_a_risk_does_the_same_whatever_scenario_draws_start_from() -> None:
    dear = ScenarioInputs("dear", "Dear staff", {"staff.overrun": 0.15})
    changes = {**UNCERTAIN, **RISKS}
    made = planned(replace(results(changes), scenarios=(dear,)), loaded(changes), Wanted(10, scenario="dear"))
    effects = {each.lever.path: each.effects for each in made.moved}
    assert made.inputs["staff.overrun"] == 0.15
    assert [effect.stated for effect in effects["opex.staff.overrun"]] == [pytest.approx((0.4,))]


def test_months_are_drawn_whole() -> None:
    late = {
        "figures": ["timing.delay_months"],
        "way": "value",
        "distribution": {"type": "uniform", "low": 0, "high": 9},
    }
    made = plan({"uncertainty.variables": {"late": late}}, 10)
    assert [each.whole for each in made.moved] == [True]


def test_frozen_and_resized_debt_are_told_apart() -> None:
    frozen, resized = simulation(scenarios=60), simulation(scenarios=60, resize=True)
    assert (frozen.frozen, resized.frozen) == (True, False)
    assert frozen.kpi("senior_debt").spread.deviation == pytest.approx(0)
    assert (resized.kpi("senior_debt").spread.deviation or 0) > 1


def test_single_values_of_every_scenario_are_kept_and_lines_are_not() -> None:
    found = dict(values_by_scenario(ran(scenarios=30)))
    assert found["kpi:equity_irr"].shape == (30,)
    assert not any(name.startswith(("line:", "cost:", "beyond")) for name in found)
    assert np.all(found["ok"])
