"""Collection: revenue is received when payers pay, and the totals add every stream."""

import pytest

from tests.model.small_case import sized


def test_what_is_received_lags_what_is_earned_by_the_days_of_the_payers() -> None:
    """73 days are a fifth of a year."""
    found = sized({"working_capital": {"receivable_days": 73}})
    assert list(found.series("payment.received")[2:11]) == pytest.approx([240] + [300] * 7 + [60])
    assert list(found.series("payment.receivable")[2:11]) == pytest.approx([60] * 8 + [0])


def test_payment_may_take_longer_than_a_period_and_is_never_negative() -> None:
    found = sized({"working_capital": {"receivable_days": 73}, "timing.period": "month"})
    assert list(found.series("payment.received")[24:28]) == pytest.approx([0, 0, 0.6 * 25, 25])
    assert found.series("payment.received").min() >= -1e-9
    assert found.series("payment.received").sum() == pytest.approx(2400)


def test_payment_at_once_leaves_nothing_owed() -> None:
    found = sized()
    assert list(found.series("payment.received")) == pytest.approx(list(found.series("payment.revenue")))


def test_totals_add_every_stream() -> None:
    found = sized({"revenue.care": {"type": "operating_cost_compensation", "amount": 40.0}})
    assert found.series("revenue_total")[4] == pytest.approx(340)
    assert found.series("revenue_received")[4] == pytest.approx(340)
