"""Dividends limited by retained earnings: the trap, and what comes out of it at the end."""

import pytest

from tests.model.small_case import sized

TRAP = {
    "distributions": {"limit": "retained_earnings"},
    "facilities.senior.sizing": {"amount": 600.0},
    "facilities.senior.repayment": {"profile": "equal"},
}


def test_dividends_are_no_more_than_earnings_retained_with_those_of_the_period() -> None:
    """2029: 250 less 60 of interest and an eighth of 1,030 for wear leave 61.1; 90 of cash are there."""
    found = sized(TRAP)
    wear = found.series("assets_added").sum() / 8
    earned = 250 - 60 - wear
    assert 60 < earned < 90
    assert found.series("dividends")[2] == pytest.approx(earned)
    assert found.series("cash_closing")[2] == pytest.approx(90 - earned)


def test_nothing_is_paid_while_losses_are_not_made_good() -> None:
    found = sized({**TRAP, "revenue.payment.amount": {"by_year": {2027: 230, 2030: 300}}})
    assert found.series("net_income")[2] < 0
    assert found.series("dividends")[2] == 0
    assert found.series("dividends")[3] == pytest.approx(found.series("net_income")[2:4].sum())


def test_retained_earnings_are_never_paid_out_below_zero() -> None:
    assert sized(TRAP).series("retained_earnings")[2:].min() >= -1e-9


def test_trapped_cash_returns_share_capital_in_the_last_period() -> None:
    found = sized(TRAP)
    assert found.series("share_redemption")[:-1].max() == 0
    assert found.series("share_redemption")[-1] == pytest.approx(found.series("equity_drawdown").sum())
    assert found.series("cash_closing")[-1] == pytest.approx(0, abs=1e-9)
    assert found.series("dividends").sum() == pytest.approx(found.series("net_income").sum())


def test_the_trap_costs_sponsors_return() -> None:
    free = sized({**TRAP, "distributions": {"limit": "cash"}})
    assert sized(TRAP).value("equity_irr") < free.value("equity_irr")
