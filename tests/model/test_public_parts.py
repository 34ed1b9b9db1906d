"""What must hold of the public side in any deal: no money is made up, who ranks first loses last, both sides add up."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from finmodel.engines.numpy_engine import Batch, NumpyEngine
from tests.model.drawn_cases import cases
from tests.model.small_case import small_case, small_model
from tests.model.test_whole_cases import NO_SHOCK, SHOCKS, THOROUGH, TOLERANCE, shocked_inputs
from tests.modelled import model_of

STATED: dict[str, Any] = {
    "termination": {"equity_rate": 0.15, "breakage_share": 0.01, "redundancy_cost": 3.0, "insurance_proceeds": 2.0},
    "fiscal": {"budget": 5000.0, "ppp_limit_share": 0.1},
    "value_for_money": {
        "public_discount_rate": 0.08,
        "public_capex_factor": 1.1,
        "risks": {"dearer": {"probability": 0.2, "impact": 0.3, "transferred_share": 0.7}},
    },
}
CASES = [f"termination_{name}" for name in ("authority", "voluntary", "private", "force_majeure", "corruption")]


@settings(THOROUGH, max_examples=12)
@given(cases(), SHOCKS)
def test_the_public_side_of_every_case_adds_up_as_agreed_and_shocked(
    data: dict[str, Any], shocks: list[dict[str, float]]
) -> None:
    model = model_of({**data, **STATED})
    engine = NumpyEngine(model.graph, model.periods)
    base = engine.run(model.inputs.values)
    contract = {name: base.lines[name] for name in model.graph.freezable}
    inputs = shocked_inputs(model, data, [NO_SHOCK, *shocks])
    held = engine.run(inputs, frozen=contract, scenarios=len(shocks) + 1)
    for run, scenarios in ((base, 1), (held, len(shocks) + 1)):
        for scenario in range(scenarios):
            for name in CASES:
                assert_shared_out(run, name, scenario)
            assert_both_sides(run, scenario)


def assert_shared_out(run: Batch, name: str, scenario: int) -> None:
    """What is there is what is paid, nobody is paid below zero, and nobody is paid before who ranks better."""

    def of(line: str) -> Any:
        return run.series(f"{name}.{line}", scenario)

    paid = [of(f"paid_to_{who}") for who in ("senior", "junior", "suppliers", "sponsors")]
    assert np.sum(paid, axis=0) == pytest.approx(of("money_to_share"), abs=TOLERANCE)
    for line in ("compensation", "senior_loss", "junior_loss", "equity_loss", "equity_value_loss"):
        assert of(line).min() >= -TOLERANCE
    assert min(amounts.min() for amounts in paid) >= -TOLERANCE
    assert (of("senior_loss")[paid[1] > TOLERANCE] <= TOLERANCE).all()
    assert (of("junior_loss")[paid[3] > TOLERANCE] <= TOLERANCE).all()
    if name in CASES[:2]:
        assert of("lenders_loss").max() <= TOLERANCE
    assert run.series("termination_exposure", scenario) == pytest.approx(
        np.max([run.series(f"{one}.compensation", scenario) for one in CASES], axis=0)
    )


def assert_both_sides(run: Batch, scenario: int) -> None:
    """The State's flows are those of its parties; the comparator is its elements; retained risk cancels."""
    names = [f"party_{name}.net" for name in ("authority", "state_budget") if f"party_{name}.net" in run.lines]
    parties = np.sum([run.series(name, scenario) for name in names], axis=0)
    assert run.series("public_net", scenario) == pytest.approx(parties, abs=TOLERANCE)
    for name in ("public_comparator_lower", "public_comparator", "public_comparator_higher"):
        value = {
            line: run.value(f"{name}.{line}", scenario)
            for line in ("raw_comparator", "competitive_neutrality", "transferable_risk", "ppp_before_risk", "gain")
        }
        left = value["raw_comparator"] + value["competitive_neutrality"] + value["transferable_risk"]
        assert value["gain"] == pytest.approx(left - value["ppp_before_risk"], abs=TOLERANCE)


def test_each_heading_alone_brings_its_own_lines_and_no_others() -> None:
    assert {"termination_exposure"} == public({"termination": STATED["termination"]})
    assert {"public_net", "commitments_of_year"} == public({"fiscal": {}})
    assert {"public_net", "public_comparator.gain"} == public({"value_for_money": {"public_discount_rate": 0.08}})
    assert small_case().fiscal is None


def public(stated: dict[str, Any]) -> set[str]:
    marks = {"termination_exposure", "public_net", "commitments_of_year", "public_comparator.gain"}
    return marks & set(small_model(stated).graph.lines)
