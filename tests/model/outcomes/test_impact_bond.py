"""Impact bond: the provider's top-up and the intermediary's fee, out of what is paid for outcomes."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import held, sized

TIME = {"baseline": 100.0, "measured": 140.0, "rate": 2.0}
"""80 a year in the eight years of operation."""
BOND = {"top_up": 0.25, "top_up_above": 40.0, "management_fee": 4.0, "management_index": "cpi"}


def deal(**terms: Any) -> dict[str, Any]:
    stream = {"type": "pay_for_performance", "outcomes": {"time": TIME}, "impact_bond": BOND, **terms}
    return {"revenue.signals": stream, "indices": {"cpi": {"rate": 0.10}}, "opex.staff.supplier": "service_provider"}


def bond(**terms: Any) -> Batch:
    return sized(deal(**terms))


def test_the_provider_has_its_share_of_what_is_paid_above_the_threshold() -> None:
    """A quarter of 40 a year, beside the 50 for its work."""
    found = bond()
    assert found.series("signals.top_up_paid") == pytest.approx([0, 0, *[10] * 8, 0])
    assert found.series("party_service_provider.received") == pytest.approx([0, 0, *[60] * 8, 0])
    assert found.value("signals.top_up_total") == pytest.approx(80)
    assert found.value("master_check") == 1


def test_it_is_paid_when_outcomes_are_verified_and_on_what_limits_have_left() -> None:
    found = bond(verification={"lag_periods": 2}, cap=60.0)
    assert found.series("signals.top_up_paid") == pytest.approx([0, 0, 0, 0, *[5] * 8, 0])
    assert found.value("master_check") == 1


def test_below_the_threshold_it_has_nothing_on_top() -> None:
    poor = held(deal(), deal(achievement=0.5))
    assert poor.value("signals.top_up_total") == 0
    assert poor.value("master_check") == 1


def test_the_intermediary_has_its_fee_whatever_is_achieved() -> None:
    found = bond()
    assert found.series("party_intermediary.received")[2:4] == pytest.approx([4 * 1.21, 4 * 1.331])
    assert found.series("cfads")[2] == pytest.approx(300 + 80 - 50 - 10 - 4 * 1.21)


def test_a_top_up_in_dollars_is_exchanged_when_outcomes_are_verified() -> None:
    dollars = {"currencies": {"usd": {"spot": 2.0, "depreciation": 0.10}}}
    found = sized(deal(currency="usd", verification={"lag_periods": 1}) | dollars)
    rate = found.series("usd.rate")
    assert rate[4] > rate[3] > 2
    assert list(found.series("signals.top_up_paid")[3:6]) == pytest.approx(list(10 * rate[3:6]))
    assert found.value("master_check") == 1
