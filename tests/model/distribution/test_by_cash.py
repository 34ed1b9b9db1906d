"""Distributions limited by cash: everything that may leave does, as dividend or as return of share capital."""

import pytest

from tests.model.small_case import sized


def test_all_distributable_cash_leaves() -> None:
    found = sized()
    paid = found.series("dividends") + found.series("share_redemption")
    assert list(paid) == pytest.approx(list(found.series("cash_for_distribution")))
    assert found.series("cash_closing").max() == pytest.approx(0, abs=1e-9)


def test_what_earnings_do_not_cover_returns_share_capital() -> None:
    """2029: 250 less 72.45 of interest and an eighth of 1,035 for wear leave 48.2 of 83.6 to distribute."""
    found = sized()
    earned = 250 - 72.45 - 1035 / 8
    assert found.series("dividends")[2] == pytest.approx(earned)
    assert found.series("share_redemption")[2] == pytest.approx(250 - 166.3505 - earned, abs=1e-4)
    assert found.series("share_capital")[2] == pytest.approx(310.5 - found.series("share_redemption")[2])


def test_in_the_end_dividends_are_the_earnings_and_the_capital_is_returned() -> None:
    found = sized()
    assert found.series("dividends").sum() == pytest.approx(found.series("net_income").sum())
    assert found.series("share_capital")[-1] == pytest.approx(0, abs=1e-9)
