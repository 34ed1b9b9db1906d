"""Distributions: the shareholder loan first, then dividends, share capital at the end."""

import pytest

from tests.model.small_case import sized


def test_dividends_are_what_the_shareholder_loan_leaves() -> None:
    found = sized({"funding": {"shareholder_loan_share": 0.5, "shareholder_loan_rate": 0.10}})
    assert list(found.series("cash_for_dividends")) == pytest.approx(
        list(found.series("cash_for_distribution") - found.series("shareholder_loan_paid"))
    )
    total = found.series("shareholder_loan_paid") + found.series("dividends") + found.series("share_redemption")
    assert list(found.series("distributions_paid")) == pytest.approx(list(total))


def test_share_capital_is_what_was_paid_in_until_it_is_returned() -> None:
    found = sized({"distributions": {"limit": "retained_earnings"}})
    paid_in = found.series("equity_drawdown").sum()
    assert list(found.series("share_capital")[1:-1]) == pytest.approx([paid_in] * 9)
    assert found.series("share_capital")[-1] == pytest.approx(paid_in - found.series("share_redemption")[-1])


def test_no_more_share_capital_is_returned_than_there_is_cash() -> None:
    """Eight years at 130 do not earn back the works: what is left at the end is less than the capital."""
    found = sized(
        {
            "distributions": {"limit": "retained_earnings"},
            "revenue.payment.amount": 160.0,
            "facilities.senior.sizing": {"dscr": 1.3},
        }
    )
    assert 0 < found.series("share_redemption")[-1] < found.series("equity_drawdown").sum()
    assert found.series("cash_closing")[-1] == pytest.approx(0, abs=1e-9)
    assert found.value("master_check") == 1
