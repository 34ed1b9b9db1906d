"""Outcome: measured, verified, attributed, paid by rate cards of three kinds; numbers by hand."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finmodel.engines.numpy_engine import Batch
from finmodel.inputs.outcomes import Outcome, PayForPerformance
from finmodel.model.outcomes.outcome_parts import outcome_parts
from tests.oracles.sections import run_parts

RISING: dict[str, Any] = {"baseline": 100.0, "measured": [90.0, 110.0, 140.0], "rate": 2.0}
TIERS: dict[str, Any] = {
    "basic": {"above": 0.0, "rate": 1.0},
    "good": {"above": 10.0, "rate": 2.0},
    "best": {"above": 20.0, "rate": 5.0},
}


def paid(achievement: float = 1.0, prices: float = 1.0, **terms: Any) -> Batch:
    """One outcome called ``o.time`` over three years in operation; a list has one number for each."""
    plain = {key: value for key, value in terms.items() if isinstance(value, (int, float, list)) and key != "tiers"}
    stated = Outcome.model_validate({**terms, "tiers": terms.get("tiers", {})})
    stream = PayForPerformance(type="pay_for_performance", outcomes={"time": stated})
    given_numbers: Mapping[str, Any] = {
        "o_time.error": 0.0,
        "o_time.attribution": 1.0,
        **{f"o_time.{key}": value for key, value in plain.items()},
        **{f"o_time_{name}.{key}": value for name, one in terms.get("tiers", {}).items() for key, value in one.items()},
        "o.achievement": achievement,
        "o.price_level": prices,
        "operation_share": 1.0,
        "year_fraction": 1.0,
        "tolerance": 1e-5,
    }
    return run_parts(list(outcome_parts("o", stream)), 3, given_numbers)


def test_what_is_attributed_is_the_verified_rise_above_the_baseline() -> None:
    """140 less 5 % are 133; of the 33 above the baseline 80 % are the project's: 26.4, at 2 each 52.8."""
    found = paid(**RISING, error=0.05, attribution=0.8)
    assert found.series("o_time.verified_high") == pytest.approx([85.5, 104.5, 133.0])
    assert found.series("o_time.attributed") == pytest.approx([0, 3.6, 26.4])
    assert found.series("o_time.payment") == pytest.approx([0, 7.2, 52.8])


def test_where_less_is_better_the_fall_is_paid_and_the_error_counts_against_the_project() -> None:
    """30 accidents with an error of 10 % are 33: 17 fewer than 50."""
    found = paid(baseline=50.0, measured=[60.0, 45.0, 30.0], better="lower", rate=3.0, error=0.1)
    assert found.series("o_time.verified_low") == pytest.approx([66, 49.5, 33])
    assert found.series("o_time.payment") == pytest.approx([0, 1.5, 51])


def test_half_the_achievement_is_half_the_distance_from_the_baseline() -> None:
    assert paid(0.5, **RISING).series("o_time.level") == pytest.approx([95, 105, 120])
    falling = paid(0.5, baseline=50.0, measured=30.0, better="lower", rate=1.0)
    assert falling.series("o_time.attributed") == pytest.approx([10, 10, 10])
    assert paid(0.0, **RISING).series("o_time.payment") == pytest.approx([0, 0, 0])


def test_no_level_falls_below_nothing_however_much_is_achieved() -> None:
    found = paid(3.0, baseline=50.0, measured=30.0, better="lower", rate=1.0)
    assert found.series("o_time.level") == pytest.approx([0, 0, 0])


def test_a_target_pays_all_or_nothing() -> None:
    found = paid(baseline=100.0, measured=[119.0, 120.0, 150.0], mode="binary", target=120.0, reward=70.0)
    assert found.series("o_time.payment") == pytest.approx([0, 70, 70])


def test_a_target_must_be_reached_by_what_is_attributed() -> None:
    found = paid(
        baseline=100.0, measured=[120.0, 124.0, 125.0], mode="binary", target=120.0, reward=70.0, attribution=0.8
    )
    assert found.series("o_time.payment") == pytest.approx([0, 0, 70])


def test_a_target_below_is_reached_from_above() -> None:
    found = paid(baseline=50.0, measured=[45.0, 40.0, 35.0], better="lower", mode="binary", target=40.0, reward=9.0)
    assert found.series("o_time.payment") == pytest.approx([0, 9, 9])


def test_a_target_at_a_baseline_that_has_moved_is_not_reached_by_standing_still() -> None:
    found = paid(
        baseline=[100.0, 120.0, 100.0], measured=[100.0, 120.0, 120.0], mode="binary", target=120.0, reward=9.0
    )
    assert found.series("o_time.payment") == pytest.approx([0, 0, 9])


def test_tiers_pay_each_its_rate_for_what_lies_in_it() -> None:
    """5 × 1; 10 × 1 + 5 × 2; 10 × 1 + 10 × 2 + 6 × 5."""
    found = paid(baseline=0.0, measured=[5.0, 15.0, 26.0], mode="tiered", tiers=TIERS)
    assert found.series("o_time.payment") == pytest.approx([5, 20, 60])
    assert found.series("o_time_good.tier_payment") == pytest.approx([0, 10, 20])


def test_a_first_tier_above_nothing_pays_nothing_below_it() -> None:
    found = paid(baseline=0.0, measured=[5.0, 10.0, 12.0], mode="tiered", tiers={"only": {"above": 10.0, "rate": 3.0}})
    assert found.series("o_time.payment") == pytest.approx([0, 0, 6])


def test_rates_are_indexed_and_caps_are_not() -> None:
    assert paid(prices=1.5, **RISING).series("o_time.payment") == pytest.approx([0, 30, 120])
    assert paid(prices=1.5, **RISING, cap=75.0).series("o_time.payment") == pytest.approx([0, 30, 75])


def test_what_is_achieved_over_the_contract_has_a_price_a_unit() -> None:
    """50 units at 2 each, the 40 of the last year capped at 60: 80 paid for 50."""
    found = paid(**RISING, cap=60.0)
    assert found.value("o_time.achieved_total") == pytest.approx(50)
    assert found.value("o_time.paid_per_unit") == pytest.approx(80 / 50)


def test_nothing_achieved_has_no_price() -> None:
    assert np.isnan(paid(0.0, **RISING).value("o_time.paid_per_unit"))


LEVELS = st.lists(st.floats(0, 1000), min_size=3, max_size=3)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    LEVELS,
    LEVELS,
    st.floats(0, 1),
    st.floats(0, 1),
    st.floats(0, 3),
    st.sampled_from(["higher", "lower"]),
    st.sampled_from([{"mode": "linear", "rate": 2.0}, {"mode": "tiered", "tiers": TIERS}]),
)
def test_no_more_is_attributed_than_was_measured_and_no_more_paid_than_the_cap(
    baseline: list[float],
    measured: list[float],
    error: float,
    attribution: float,
    achievement: float,
    better: str,
    card: dict[str, Any],
) -> None:
    found = paid(
        achievement, baseline=baseline, measured=measured, error=error, attribution=attribution, better=better,
        cap=100.0, **card,
    )  # fmt: skip
    level, attributed, payment = (found.series(f"o_time.{name}") for name in ("level", "attributed", "payment"))
    sign = 1 if better == "higher" else -1
    for t in range(3):
        assert 0 <= attributed[t] <= max(sign * (level[t] - baseline[t]), 0) + 1e-9
        assert 0 <= payment[t] <= 100 + 1e-9


@settings(max_examples=30, deadline=None, derandomize=True)
@given(LEVELS, st.floats(0, 1), st.floats(1, 500))
def test_a_binary_outcome_pays_all_or_nothing(measured: list[float], attribution: float, distance: float) -> None:
    found = paid(
        baseline=100.0, measured=measured, attribution=attribution, mode="binary", target=100 + distance, reward=33.0
    )
    for t in range(3):
        reached = (measured[t] - 100) * attribution >= distance
        payment = found.series("o_time.payment")[t]
        assert payment in (0, 33)
        assert abs((measured[t] - 100) * attribution - distance) < 1e-4 or (payment == 33) == reached
