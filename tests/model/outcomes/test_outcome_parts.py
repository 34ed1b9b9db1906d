"""Which sections outcome-based revenue is made of; and whole cases with it, drawn at random, hold together."""

from typing import Any, get_args

import numpy as np
import pytest
from hypothesis import given, settings

from finmodel.engines.numpy_engine import NumpyEngine
from finmodel.inputs.energy_performance import EnergyPerformance
from finmodel.inputs.outcomes import Outcome
from finmodel.model.outcomes.outcome_parts import _CARDS, _CHANGES, _MODELS
from tests.model.drawn_outcomes import cases_paid_for_outcomes
from tests.model.small_case import small_model
from tests.model.test_whole_cases import SHOCKS, THOROUGH, assert_holds_shocked
from tests.modelled import model_of

OUTCOME = {"baseline": 100.0, "measured": 140.0, "mode": "tiered", "tiers": {"only": {"above": 0.0, "rate": 1.0}}}
STREAM = {"type": "pay_for_performance", "outcomes": {"time": OUTCOME}}


def test_every_word_that_a_case_may_use_has_its_section() -> None:
    assert set(_CARDS) == set(get_args(Outcome.model_fields["mode"].annotation))
    assert set(_CHANGES) == set(get_args(Outcome.model_fields["better"].annotation))
    assert set(_MODELS) == set(get_args(EnergyPerformance.model_fields["model"].annotation))


def test_lines_of_caps_are_there_where_a_cap_is_stated() -> None:
    plain = small_model({"revenue.s": STREAM}).graph.lines
    assert not {"s.payment_within_cap", "s.payment_within_total", "s_time.priced_capped"} & set(plain)
    capped = {**STREAM, "cap": 5.0, "total_cap": 20.0, "outcomes": {"time": {**OUTCOME, "cap": 3.0}}}
    lines = small_model({"revenue.s": capped}).graph.lines
    assert {"s.payment_within_cap", "s.payment_within_total", "s_time.priced_capped"} <= set(lines)


def test_tiers_of_one_outcome_do_not_pay_for_another() -> None:
    two = {**STREAM, "outcomes": {"time": OUTCOME, "time_saved": OUTCOME}}
    lines = small_model({"revenue.s": two}).graph.tagged(tier="s_time")
    assert [line.name for line in lines] == ["s_time_only.tier_payment"]


@settings(THOROUGH, max_examples=8)
@given(cases_paid_for_outcomes())
def test_payments_never_exceed_their_caps_in_any_case(data: dict[str, Any]) -> None:
    model = model_of(data)
    found, stream = NumpyEngine(model.graph, model.periods).run(model.inputs.values), data["revenue"]["outcomes_paid"]
    earned, share = (
        found.series("outcomes_paid.revenue"),
        found.series("operation_share") * found.series("year_fraction"),
    )
    assert earned.min() >= 0
    assert earned.sum() <= stream.get("total_cap", np.inf) + 1e-6
    assert found.series("outcomes_paid.payment_with_minimum").sum() + 1e-6 >= earned.sum()
    if "cap" in stream:
        assert earned.max() <= (stream["cap"] * share).max() + 1e-6
    if "return_cap" in stream:
        returned = found.series("outcomes_paid.returned")
        assert returned.min() >= -1e-9
        assert found.series("outcomes_paid.owed_at_cap").min() >= 0
        if stream["return_cap"]["basis"] == "before_financing":
            assert (returned <= np.maximum(found.series("outcomes_paid.received"), 0) + 1e-6).all()
    for key, outcome in stream["outcomes"].items():
        measured = found.series(f"outcomes_paid_{key}.level") - outcome["baseline"]
        assert (found.series(f"outcomes_paid_{key}.attributed") <= np.abs(measured) + 1e-9).all()
        paid = found.series(f"outcomes_paid_{key}.payment")
        assert (paid <= outcome.get("cap", np.inf) * np.maximum(share, 1e-300) + 1e-6).all()


@pytest.mark.slow
@settings(THOROUGH, max_examples=12)
@given(cases_paid_for_outcomes(), SHOCKS)
def test_every_case_paid_for_outcomes_holds_together(data: dict[str, Any], shocks: list[dict[str, float]]) -> None:
    assert_holds_shocked(data, shocks)
