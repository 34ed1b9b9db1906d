"""Dividends limited by cash: everything that may leave does."""

import pytest

from tests.model.small_case import sized


def test_all_distributable_cash_is_paid_as_dividends() -> None:
    found = sized()
    assert list(found.series("dividends")) == pytest.approx(list(found.series("cash_for_distribution")))
    assert found.series("cash_closing").max() == pytest.approx(0, abs=1e-9)


def test_dividends_may_exceed_earnings_and_no_share_capital_is_left_to_return() -> None:
    found = sized()
    assert found.series("retained_earnings").min() < 0
    assert found.series("share_redemption").sum() == pytest.approx(0)
    assert found.series("share_capital")[-1] == pytest.approx(-found.series("retained_earnings")[-1])
