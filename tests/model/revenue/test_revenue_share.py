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
