"""Revenue guarantee: bands, caps, eligibility, settlement and the time until it is paid."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import held, sized

FLOOR = {"floors": {"low": {"upper": 0.8}}}
SHARED = {"sharing": {"high": {"lower": 1.2, "share": 0.5}}}
ZERO = [0.0, 0.0]


def guaranteed(revenue: list[float], **terms: Any) -> dict[str, Any]:
    """Revenue by year of operation as given, and a forecast of 100 a year."""
    agreed = {"streams": ["fares"], "forecast": 100.0, **terms}
    fares = {"type": "plain_stream", "payer": "users", "amount": [0.0, 0.0, *revenue]}
    return {"revenue": {"fares": fares}, "revenue_guarantees": {"mrg": agreed}, "opex": {}}


def net(found: Batch, years: int) -> list[float]:
    """Revenue with what is added and given, for the first years of operation."""
    kept = found.series("fares.revenue") + found.series("mrg.revenue") - found.series("mrg.cost")
    return [float(amount) for amount in kept[2 : 2 + years]]


def topups(changes: dict[str, Any], years: int = 8) -> list[float]:
    return [float(amount) for amount in sized(changes).series("mrg.revenue")[2 : 2 + years]]


def test_of_a_forecast_of_100_the_company_keeps_80_of_50_all_of_95_and_130_of_140() -> None:
    found = sized(guaranteed([50, 95, 140, 100, 100, 100, 100, 100], **FLOOR, **SHARED))
    assert net(found, 4) == pytest.approx([80, 95, 130, 100])


def test_the_authority_pays_it_and_receives_what_is_shared() -> None:
    found = sized(guaranteed([50, 95, 140, 100, 100, 100, 100, 100], **FLOOR, **SHARED))
    assert list(found.series("party_authority.net")[2:5]) == pytest.approx([-30, 0, 10])
    assert list(found.series("cfads")[2:5]) == pytest.approx([80, 95, 130])


def test_bands_stack_and_each_pays_its_share_of_what_lies_in_it() -> None:
    floors = {
        "first": {"lower": 0.8, "upper": 0.9, "share": 0.5},
        "second": {"lower": 0.5, "upper": 0.8, "share": 0.75},
    }
    sharing = {"some": {"lower": 1.1, "upper": 1.3, "share": 0.4}, "most": {"lower": 1.3, "share": 0.8}}
    found = sized(guaranteed([85, 70, 40, 120, 150, 90, 110, 100], floors=floors, sharing=sharing))
    assert list(found.series("mrg.revenue")[2:10]) == pytest.approx([2.5, 5 + 7.5, 5 + 22.5, 0, 0, 0, 0, 0])
    assert list(found.series("mrg.cost")[2:10]) == pytest.approx([0, 0, 0, 4, 8 + 16, 0, 0, 0])


def test_nothing_is_paid_once_the_cap_is_reached() -> None:
    assert topups(guaranteed([50] * 8, **FLOOR, cap=70.0)) == pytest.approx([30, 30, 10, 0, 0, 0, 0, 0])


def test_a_cap_in_present_value_counts_each_topup_from_the_day_it_is_paid() -> None:
    """Paid a year later, at the end of years 4, 5 and 6: 30 ÷ 1.1⁴ + 30 ÷ 1.1⁵ + x ÷ 1.1⁶ = 45."""
    last = (45 - 30 / 1.1**4 - 30 / 1.1**5) * 1.1**6
    found = topups(guaranteed([50] * 8, **FLOOR, cap_present_value=45.0, cap_rate=0.1, lag_periods=1))
    assert found == pytest.approx([30, 30, last, 0, 0, 0, 0, 0])


def test_with_two_caps_the_tighter_one_holds() -> None:
    caps = {"cap": 70.0, "cap_present_value": 1000.0, "cap_rate": 0.1}
    assert sum(topups(guaranteed([50] * 8, **FLOOR, **caps))) == pytest.approx(70)


def test_too_low_a_revenue_is_not_topped_up() -> None:
    found = topups(guaranteed([50, 49, 60, 70, 80, 80, 80, 80], **FLOOR, eligibility=0.5))
    assert found == pytest.approx([30, 0, 20, 10, 0, 0, 0, 0])


def test_what_is_owed_is_received_and_paid_after_the_lag_and_stands_in_the_accounts_until_then() -> None:
    found = sized(guaranteed([50, 100, 140, 100, 100, 100, 100, 50], **FLOOR, **SHARED, lag_periods=2))
    assert list(found.series("mrg.received")) == pytest.approx([0, 0, 0, 0, 30, 0, 0, 0, 0, 0, 0, 30])
    assert list(found.series("mrg.receivable")[2:5]) == pytest.approx([30, 30, 0])
    assert list(found.series("mrg.paid")[4:8]) == pytest.approx([0, 0, 10, 0])
    assert list(found.series("mrg.payable")[4:7]) == pytest.approx([10, 10, 0])
    assert found.series("mrg.receivable")[-1] == found.series("mrg.payable")[-1] == 0


def by_half_years(**terms: Any) -> dict[str, Any]:
    """Half-years of 30 and 60, against a forecast of 100 a year guaranteed to 80 %."""
    deal = guaranteed([30.0, 60.0] * 8, **FLOOR, **terms)
    deal["revenue"]["fares"]["amount"] = [0.0] * 4 + [30.0, 60.0] * 8
    return deal | {"timing.period": "half_year"}


def test_a_good_half_year_makes_up_for_a_bad_one_where_revenue_is_settled_by_year() -> None:
    assert list(sized(by_half_years()).series("mrg.revenue")) == pytest.approx([0] * 21)
    each = sized(by_half_years(settlement="period")).series("mrg.revenue")
    assert list(each[4:8]) == pytest.approx([10, 0, 10, 0])


def test_a_last_year_that_is_broken_is_settled_when_operation_ends() -> None:
    deal = guaranteed([], forecast=200.0, **FLOOR)
    deal["revenue"]["fares"]["amount"] = [0.0] * 4 + [60.0] * 15
    found = sized(deal | {"timing.period": "half_year", "timing.operation_months": 90}).series("mrg.revenue")
    assert list(found[4:20]) == pytest.approx([0, 40] * 7 + [20, 0])


def test_several_streams_are_added_up() -> None:
    deal = guaranteed([50] * 8, **FLOOR)
    deal["revenue"]["shops"] = {"type": "plain_stream", "amount": [0.0, 0.0, *[25.0] * 8]}
    deal["revenue_guarantees"]["mrg"]["streams"] = ["fares", "shops"]
    assert topups(deal) == pytest.approx([5] * 8)


def test_the_forecast_is_indexed_and_no_forecast_is_no_guarantee() -> None:
    deal = guaranteed([50] * 8, **FLOOR, forecast={"by_year": {2027: 100.0, 2031: 0.0}}, indexation={"cpi": 1.0})
    found = topups(deal | {"indices": {"cpi": {"rate": 0.1}}})
    assert found == pytest.approx([80 * 1.21 - 50, 80 * 1.331 - 50, 0, 0, 0, 0, 0, 0])


def test_fewer_users_than_foreseen_are_the_authoritys_loss_below_the_floor() -> None:
    stream = {"type": "usage", "volume": 100.0, "tariff": 3.0}
    deal = {"revenue": {"fares": stream}}
    deal |= {"revenue_guarantees": {"mrg": {"streams": ["fares"], "forecast": 300.0, **FLOOR}}}
    found = held(deal, {"revenue": {"fares": {**stream, "volume_factor": 0.5}}})
    assert list(found.series("fares.revenue")[2:10]) == pytest.approx([150] * 8)
    assert list(found.series("mrg.revenue")[2:10]) == pytest.approx([90] * 8)
