"""Prices stated in another currency: each kind of cost and payment at the rate of its period."""

from typing import Any

import pytest

from tests.model.small_case import sized

USD: dict[str, Any] = {"currencies.usd": {"spot": 500.0, "depreciation": 0.10}}


def test_equipment_in_dollars_is_paid_at_the_rate_of_each_period_and_indexed_besides() -> None:
    """2 million dollars at 500: 1,000 at close, half of it in each year, dollar prices rising by 2 %."""
    found = sized({
        **USD, "indices.us_prices": {"rate": 0.02},
        "capex.plant": {"unit_cost": 2.0, "currency": "usd", "index": "us_prices"},
    })  # fmt: skip
    assert found.value("plant.base_cost") == pytest.approx(1000)
    assert list(found.series("plant.cost")[:2]) == pytest.approx([500 * 1.1, 500 * 1.21 * 1.02])
    assert found.value("master_check") == 1


def test_licences_in_dollars_grow_dearer_with_the_dollar() -> None:
    found = sized({**USD, "opex.staff": {"unit_cost": 0.1, "currency": "usd"}})
    assert list(found.series("staff.cost")[2:4]) == pytest.approx([50 * 1.1**3, 50 * 1.1**4])
    assert found.value("master_check") == 1


def test_a_replacement_is_paid_at_the_rate_of_its_year() -> None:
    item = {"unit_cost": 0.1, "currency": "usd", "interval_years": 4}
    found = sized({**USD, "lifecycle.servers": item})
    assert found.series("servers.cost")[5] == pytest.approx(0.1 * 500 * 1.1**6)


def test_a_payment_agreed_in_dollars_is_worth_what_the_dollar_is() -> None:
    found = sized({**USD, "revenue.payment.amount": 0.6, "revenue.payment.currency": "usd"})
    assert list(found.series("payment.revenue")[2:4]) == pytest.approx([300 * 1.1**3, 300 * 1.1**4])


def test_amounts_given_outright_in_dollars_are_converted() -> None:
    stream = {"type": "plain_stream", "amount": [0, 0, 1.0, 1.0], "currency": "usd"}
    found = sized({**USD, "revenue.rent": stream})
    assert list(found.series("rent.revenue")[2:5]) == pytest.approx([500 * 1.1**3, 500 * 1.1**4, 0])


def test_a_payment_in_tenge_may_follow_the_dollar_by_a_weight() -> None:
    """a + c · FX ÷ FX at close, with c of 40 %: the share that pays for debt in dollars."""
    found = sized({**USD, "revenue.payment.indexation": {"usd": 0.4}})
    assert found.series("payment.indexation")[2] == pytest.approx(0.6 + 0.4 * 1.1**3)


def test_a_price_in_the_own_currency_has_no_line_more() -> None:
    found = sized(USD)
    assert "staff.price_index" not in found.lines
