"""A chunk is the same in any order and in any process; scenarios without a solution are marked and harm no other."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from finmodel.analysis.simulation import chunks
from finmodel.analysis.simulation import plan as plans
from finmodel.analysis.simulation.chunks import run_chunk
from finmodel.engines.numpy_engine import NumpyEngine
from finmodel.errors import NotConvergedError
from tests.model.small_case import held
from tests.uncertain_case import UNCERTAIN, plan


def same(one: Mapping[str, np.ndarray], other: Mapping[str, np.ndarray]) -> bool:
    return list(one) == list(other) and all(one[name].tobytes() == other[name].tobytes() for name in one)


def test_a_chunk_does_not_depend_on_what_was_run_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plans, "CHUNK", 40)
    made = plan(scenarios=100)
    forward = [run_chunk(made, number) for number in (0, 1, 2)]
    chunks._READY.clear()
    backward = [run_chunk(made, number) for number in (2, 1, 0)][::-1]
    assert all(map(same, forward, backward))
    assert forward[2]["ok"].shape == (20,)


def test_a_scenario_is_the_deal_with_what_was_drawn() -> None:
    found = run_chunk(plan(scenarios=5), 0)
    for place in range(5):
        deal = {
            "capex.plant.overrun": float(found["driver:cost"][place]),
            "revenue.payment.amount": 300 * float(found["driver:payment_level"][place]),
        }
        alone = held(UNCERTAIN, deal)
        assert found["kpi:equity_irr"][place] == pytest.approx(alone.value("equity_irr"), abs=1e-9)
        assert found["kpi:dscr_minimum"][place] == pytest.approx(alone.value("dscr_minimum"))
        np.testing.assert_allclose(found["line:cfads"][:, place], alone.series("cfads"), rtol=1e-6, atol=1e-6)
        assert bool(found["flag:default"][place]) == (alone.value("default_periods") > 0)


def test_scenarios_without_a_solution_are_found_and_take_no_other_with_them(monkeypatch: pytest.MonkeyPatch) -> None:
    run = NumpyEngine.run

    def fails(self: NumpyEngine, inputs: Any, **asked: Any) -> Any:
        if np.any(np.asarray(inputs["plant.overrun"]) > 0.2):
            raise NotConvergedError("Total uses of funds did not settle.")
        return run(self, inputs, **asked)

    made = plan(scenarios=200, resize=True)
    whole = run_chunk(made, 0)
    chunks._READY.clear()
    monkeypatch.setattr(NumpyEngine, "run", fails)
    found = run_chunk(made, 0)
    lost = found["driver:cost"] > 0.2
    assert 0 < lost.sum() < 200
    np.testing.assert_array_equal(found["ok"], ~lost)
    assert np.isnan(found["kpi:equity_irr"][lost]).all()
    np.testing.assert_allclose(found["kpi:equity_irr"][~lost], whole["kpi:equity_irr"][~lost], rtol=1e-9)
    assert bytes(found["trouble"].astype(np.uint8)).decode() == "Total uses of funds did not settle."
