"""Pay for performance as a stream of a deal: least payment, caps, lag of verification, the verifier's cost."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch, NumpyEngine
from tests.model.small_case import held, sized, small_model

TIME = {"baseline": 100.0, "measured": 140.0, "rate": 2.0}
"""80 a year in the eight years of operation."""


def deal(**terms: Any) -> dict[str, Any]:
    stream = {"type": "pay_for_performance", "outcomes": {"time": TIME}, **terms}
    return {"revenue.signals": stream, "indices": {"cpi": {"rate": 0.10}}}


def signals(**terms: Any) -> Batch:
    return sized(deal(**terms))


def test_outcomes_are_paid_in_operation_only_and_count_in_cfads() -> None:
    found = signals()
    assert found.series("signals.revenue") == pytest.approx([0, 0, *[80] * 8, 0])
    assert found.series("cfads")[2] == pytest.approx(300 + 80 - 50)
    assert found.value("master_check") == 1


def test_outcomes_add_up() -> None:
    second = {"baseline": 50.0, "measured": 40.0, "better": "lower", "mode": "binary", "target": 45.0, "reward": 15.0}
    assert signals(outcomes={"time": TIME, "accidents": second}).series("signals.revenue")[2] == pytest.approx(95)


def test_a_least_payment_is_paid_where_little_is_achieved() -> None:
    assert signals(minimum_fee=30.0).series("signals.revenue")[2] == pytest.approx(80)
    failed = held(
        deal(minimum_fee=30.0), {"revenue.signals": deal(minimum_fee=30.0, achievement=0.1)["revenue.signals"]}
    )
    assert failed.series("signals.revenue") == pytest.approx([0, 0, *[30] * 8, 0])


def test_payments_stop_at_the_cap_a_year_and_at_the_cap_in_total() -> None:
    assert signals(cap=70.0).series("signals.revenue") == pytest.approx([0, 0, *[70] * 8, 0])
    both = signals(cap=70.0, total_cap=200.0).series("signals.revenue")
    assert both == pytest.approx([0, 0, 70, 70, 60, *[0] * 6])


def test_caps_hold_in_the_money_of_the_contract() -> None:
    """100 dollars in total at 500 and then at 550: rates move with the dollar, and so does the cap."""
    terms = {"currency": "usd", "total_cap": 100.0}
    found = sized({**deal(**terms), "currencies": {"usd": {"spot": 5.0, "path": "given", "rates": {"by_year": {
        2027: 5.0, 2029: 5.0, 2030: 6.0}}}}})  # fmt: skip
    assert found.series("signals.revenue")[2:5] == pytest.approx([80 * 5, 20 * 6, 0])


def test_rates_and_least_payments_are_indexed() -> None:
    """Operation begins two years after close: 1.1 × 1.1."""
    assert signals(indexation={"cpi": 1.0}).series("signals.revenue")[2] == pytest.approx(80 * 1.21)
    assert signals(indexation={"cpi": 1.0}, minimum_fee=100.0).series("signals.revenue")[2] == pytest.approx(121)


def test_what_is_measured_is_earned_once_it_is_verified_and_the_grid_has_room_for_it() -> None:
    found = signals(verification={"lag_periods": 2})
    assert found.series("signals.revenue") == pytest.approx([0, 0, 0, 0, *[80] * 8, 0])
    assert found.value("signals.never_verified") == pytest.approx(0)
    assert found.value("master_check") == 1


def test_a_lag_that_the_grid_has_no_room_for_fails_the_check() -> None:
    """As in a workbook whose grid cannot grow: the last of eight payments would come after its end."""
    model = small_model(deal())
    later = {**model.inputs.values, "signals.verification_lag_periods": 2.0}
    found = NumpyEngine(model.graph, model.periods).run(later)
    assert found.value("signals.never_verified") == pytest.approx(80)
    assert found.value("master_check") == 0


def test_the_company_pays_the_verifier_a_sum_a_year_and_a_share_of_what_is_payable() -> None:
    found = signals(verification={"verifier": "auditor", "cost": 4.0, "index": "cpi", "cost_share": 0.05})
    assert found.series("signals.verification_spent")[2:4] == pytest.approx([4 * 1.21 + 4, 4 * 1.331 + 4])
    assert found.series("party_auditor.received") == pytest.approx(found.series("signals.verification_spent"))
    assert found.series("opex_paid")[2] == pytest.approx(50 + 4 * 1.21 + 4)
    assert found.series("cfads")[2] == pytest.approx(300 + 80 - 50 - 4 * 1.21 - 4)


def test_half_the_achievement_is_half_the_payment_with_the_debt_as_contracted() -> None:
    poor = held(deal(), {"revenue.signals": deal(achievement=0.5)["revenue.signals"]})
    assert poor.series("signals.revenue")[2] == pytest.approx(40)
    assert poor.value("senior.commitment") == pytest.approx(signals().value("senior.commitment"))
    assert poor.value("master_check") == 1
