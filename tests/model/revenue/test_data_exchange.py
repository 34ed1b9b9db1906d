"""Data exchange: calls and licences, the part that is counted on, and the law."""

from typing import Any

import pytest

from tests.model.small_case import sized

DATA = {
    "type": "data_exchange", "calls": 2000.0, "price_per_call": 0.01, "licences": 4.0, "licence_price": 5.0,
    "haircut": 0.5, "lawful": 1.0,
}  # fmt: skip


def revenue(**terms: Any) -> list[float]:
    """The small deal with 2000 calls at 0.01 and four licences at 5 beside its payment."""
    found = sized({"revenue.data": {**DATA, **terms}, "indices": {"cpi": {"rate": 0.1}}})
    return [float(amount) for amount in found.series("data.revenue")]


def test_calls_and_licences_are_paid_for_and_half_of_them_is_counted_on() -> None:
    assert revenue() == pytest.approx([0, 0, *[20] * 8, 0])


def test_nothing_is_sold_before_the_law_allows_it() -> None:
    assert revenue(lawful={"by_year": {2027: 0.0, 2031: 1.0}})[2:6] == pytest.approx([0, 0, 20, 20])


def test_prices_may_be_indexed_and_the_buyers_of_data_pay() -> None:
    assert revenue(indexation={"cpi": 1.0})[2] == pytest.approx(20 * 1.21)
    assert sized({"revenue.data": DATA}).series("party_data_users.paid")[2] == pytest.approx(20)
