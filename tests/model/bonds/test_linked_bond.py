"""A bond linked to a target: the coupon steps with the first interest period after the report, as stated."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.bonds.small_bonds import alone, problems_with

TARGET: dict[str, Any] = {
    "indicator": "Energy used", "target": 400, "path": 450, "observation_date": "2030-03-17", "step_up_rate": 0.0025,
    "miss_probability": 0.3,
}  # fmt: skip


def changes(**terms: Any) -> dict[str, Any]:
    bond = {"type": "sustainability_linked_bond", "coupons_a_year": 1, "targets": {"energy": TARGET | terms}}
    return {f"bonds.green.{key}": value for key, value in bond.items()}


def linked(**terms: Any) -> Batch:
    return alone(changes(**terms))


def paid(lines: Batch) -> list[float]:
    flags = lines.series("green.coupon_flag") > 0
    return list(lines.series("green.interest")[flags])


def test_the_step_begins_with_the_first_interest_period_after_the_report() -> None:
    """The report comes by the end of March 2030, after a coupon period has begun: the next one is the last."""
    assert paid(linked()) == pytest.approx([150, 150, 150, 150, 152.5])


def test_an_earlier_observation_steps_one_coupon_more() -> None:
    assert paid(linked(observation_date="2030-02-28")) == pytest.approx([150, 150, 150, 152.5, 152.5])


def test_golden_25_points_in_years_4_and_5_at_15_per_cent_cost_0_2672_of_100() -> None:
    lines = linked(observation_date="2030-02-28")
    assert lines.value("green_energy.missed_value") / 10 == pytest.approx(0.2672, abs=5e-5)
    assert lines.value("green.expected_steps_cost") / 10 == pytest.approx(0.0802, abs=5e-5)


def test_a_target_met_leaves_the_coupon_or_lowers_it() -> None:
    assert paid(linked(path=400)) == pytest.approx([150] * 5)
    assert paid(linked(path=400, step_down_rate=0.001))[-1] == pytest.approx(149)


def test_a_premium_is_paid_with_redemption() -> None:
    lines = linked(premium_rate=0.01)
    assert lines.series("green.redemption")[-1] == pytest.approx(1010)
    assert lines.series("green.indexation").sum() == pytest.approx(10)
    assert linked(premium_rate=0.01, path=400).series("green.redemption")[-1] == pytest.approx(1000)


def test_the_yield_at_issue_counts_the_step() -> None:
    assert linked().value("green_at_issue.yield_to_maturity") > 0.15
    assert linked(path=400).value("green_at_issue.yield_to_maturity") == pytest.approx(0.15)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"bonds.green.targets": {}}, "no target is stated"),
        ({"bonds.green.type": "green_bond"}, "are stated, and the bond is a green_bond"),
        (changes(observation_date="2031-03-18"), "2031-03-18 leaves no coupon after the verifier's report"),
    ],
)
def test_targets_that_cannot_step_the_coupon_are_refused(more: dict[str, Any], said: str) -> None:
    assert said in "\n".join(problems_with(changes() | more))


def test_interest_that_begins_on_the_day_of_the_report_does_not_step_yet() -> None:
    days = {"issuance.issue_date": "2027-03-31", "bonds.green.maturity_date": "2032-03-31"}
    assert paid(alone(changes(observation_date="2030-03-31") | days)) == pytest.approx([150, 150, 150, 150, 152.5])
