"""Plain stream: the amounts as they are given, also before completion."""

import pytest

from tests.model.small_case import held, sized


def test_amounts_come_as_given_and_nothing_after_the_last() -> None:
    found = sized({"revenue.payment": {"type": "plain_stream", "amount": {"by_period": [0, 5, 90, 110]}}})
    assert list(found.series("payment.revenue")) == pytest.approx([0, 5, 90, 110, 0, 0, 0, 0, 0, 0, 0])


def test_one_amount_is_that_of_every_period() -> None:
    found = sized({"revenue.payment": {"type": "plain_stream", "amount": 7.0}})
    assert set(found.series("payment.revenue")) == {7.0}


def test_amounts_given_outright_know_nothing_of_a_delay() -> None:
    stream = {"revenue.payment": {"type": "plain_stream", "amount": {"by_period": [0, 5, 90, 110]}}}
    found = held(stream, {"timing.delay_months": 12})
    assert list(found.series("payment.revenue")[:4]) == pytest.approx([0, 5, 90, 110])


def test_income_before_completion_is_kept_until_construction_is_over() -> None:
    found = sized({"revenue.grant": {"type": "plain_stream", "amount": {"by_period": [0, 30]}}})
    assert found.series("cash_closing")[1] == pytest.approx(30)
    assert found.series("uses")[1] == pytest.approx(sized().series("uses")[1])
    assert found.series("distributions_paid")[2] == pytest.approx(sized().series("distributions_paid")[2] + 30)
