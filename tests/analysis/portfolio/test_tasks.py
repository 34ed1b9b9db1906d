"""Tasks: a deal in a chunk of scenarios gives the same bits wherever it is run, and two like deals have two fates."""

import pickle
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from finmodel.analysis.portfolio.tasks import DealPlan, own_seed, run_task
from finmodel.engines.numpy_engine import NumpyEngine
from finmodel.errors import NotConvergedError
from tests.analysis.portfolio.planned import plans
from tests.pools import SMALL, SMALL_FACTORS


def small(plan: DealPlan, chunk: int) -> DealPlan:
    """The same plan with chunks of another size."""
    return replace(plan, key=f"{plan.key}/{chunk}", plan=replace(plan.plan, chunk=chunk))


def test_a_plan_that_has_travelled_gives_the_same_bits(tmp_path: Path) -> None:
    plan = small(plans(tmp_path, SMALL_FACTORS, 40)["north"], 16)
    there = pickle.loads(pickle.dumps(plan))  # noqa: S301 - our own
    here, far = run_task(plan, 1), run_task(replace(there, key="far"), 1)
    assert set(here) == set(far)
    assert all(here[name].tobytes() == far[name].tobytes() for name in here)
    assert here["cfads"].shape[1] == 16
    assert run_task(plan, 2)["cfads"].shape[1] == 8


def test_the_same_case_twice_has_two_fates_under_the_same_factors(tmp_path: Path) -> None:
    both = plans(tmp_path, SMALL, 200)
    north, south = run_task(both["north"], 0), run_task(both["south"], 0)
    assert own_seed(1, "north") != own_seed(1, "south") != own_seed(2, "south")
    assert (north["cfads"] != south["cfads"]).any()
    assert north["cfads"].mean() == pytest.approx(south["cfads"].mean(), rel=0.2)


def test_what_moves_nothing_leaves_the_deal_as_it_is(tmp_path: Path) -> None:
    text = SMALL_FACTORS.replace("loadings: {north: 0.5}", "loadings: {north: 0}").replace(
        "moves: [indices.cpi.rate]", "moves: [indices.cpi.rate], loadings: {north: 0}"
    )
    plan = plans(tmp_path, text, 8)["north"]
    still = replace(plan.plan, uncertainty=replace(plan.plan.uncertainty, variables=(), processes=(), risks=()))
    found = run_task(replace(plan, key="still", plan=still), 0)
    assert np.ptp(found["cfads"].astype(float), axis=1).max() == 0
    assert found["ok"].all()


def test_a_scenario_without_a_solution_is_blank_and_takes_no_other_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = plans(tmp_path, SMALL_FACTORS, 12)["north"]
    whole = run_task(plan, 0)
    run, name = NumpyEngine.run, plan.moves[0].lever.name
    bad = None

    def fails(self: NumpyEngine, inputs: dict[str, np.ndarray], **words: int) -> object:
        nonlocal bad
        values = np.asarray(inputs[name])
        bad = values[..., 5].copy() if bad is None else bad
        if (values == bad.reshape((*bad.shape, 1))).all(axis=0).any():
            raise NotConvergedError("no fixed point")
        return run(self, inputs, **words)  # type: ignore[arg-type]

    monkeypatch.setattr(NumpyEngine, "run", fails)
    found = run_task(replace(plan, key="failing"), 0)
    assert found["ok"].tolist() == [place != 5 for place in range(12)]
    assert np.isnan(found["cfads"][:, 5].astype(float)).all()
    rest = [place for place in range(12) if place != 5]
    assert found["cfads"][:, rest].tobytes() == whole["cfads"][:, rest].tobytes()
