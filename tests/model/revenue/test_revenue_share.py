"""Share of revenue: the greater of a percentage and a minimum by year, paid to the city."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized


def shared(**terms: Any) -> Batch:
    """Revenue of 300 a year; half of it for the city unless it says otherwise."""
    agreed = {"streams": ["payment"], "share": 0.5, **terms}
    return sized({"revenue_shares": {"city": agreed}, "revenue.payment.payer": "advertisers", "opex": {}})


def test_the_city_receives_the_greater_of_its_share_and_the_minimum_of_the_year() -> None:
    found = shared(minimum={"by_year": {2027: 100.0, 2030: 160.0, 2031: 200.0}})
    assert list(found.series("city.paid")[:6]) == pytest.approx([0, 0, 150, 160, 200, 200])
    assert list(found.series("party_authority.received")[:6]) == pytest.approx([0, 0, 150, 160, 200, 200])


def test_it_is_a_cost_of_operation_before_debt_service() -> None:
    found = shared()
    assert list(found.series("cfads")[2:5]) == pytest.approx([150] * 3)
    assert list(found.series("ebitda")[2:5]) == pytest.approx([150] * 3)


def test_it_may_be_paid_later() -> None:
    found = shared(lag_periods=1)
    assert list(found.series("city.paid")) == pytest.approx([0, 0, 0, *[150] * 8])
    assert found.series("city.payable")[9] == pytest.approx(150)


def test_a_minimum_alone_is_owed_whatever_is_earned() -> None:
    assert list(shared(share=0.0, minimum=40.0).series("city.cost")[1:4]) == pytest.approx([0, 40, 40])


def test_what_cash_does_not_reach_is_unpaid_to_the_city_first() -> None:
    found = shared(share=0.0, minimum=400.0)
    assert list(found.series("city.owed_so_far")[1:4]) == pytest.approx([0, 400, 800])
    assert list(found.series("operating_arrears")[1:4]) == pytest.approx([0, 100, 200])
    assert list(found.series("city.unpaid")[1:4]) == pytest.approx([0, 100, 200])
    assert found.value("city.unpaid_highest") == pytest.approx(max(found.series("operating_arrears")))
    assert found.value("city.owed_total") == pytest.approx(sum(found.series("city.cost")))


def test_costs_of_others_that_stay_unpaid_are_not_owed_to_the_city() -> None:
    found = sized(
        {
            "revenue_shares": {"city": {"streams": ["payment"], "minimum": 10.0}},
            "revenue.payment.payer": "advertisers",
            "opex": {"upkeep": {"unit_cost": 400}},
        }
    )
    assert list(found.series("operating_arrears")[1:4]) == pytest.approx([0, 110, 220])
    assert list(found.series("city.unpaid")[1:4]) == pytest.approx([0, 10, 20])
