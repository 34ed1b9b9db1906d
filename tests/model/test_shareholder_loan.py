"""Shareholder loan: interest joins the loan while nothing may be paid; service comes before dividends."""

import pytest

from tests.model.small_case import held, sized

LOAN = {
    "facilities.senior.sizing": {"amount": 600.0},
    "facilities.senior.repayment": {"profile": "equal"},
    "funding": {"shareholder_loan_share": 0.5, "shareholder_loan_rate": 0.12},
}


def test_interest_of_construction_is_added_to_the_loan() -> None:
    found = sized(LOAN)
    drawn = found.series("shareholder_loan_drawdown")
    assert list(found.series("shareholder_loan_interest")[:2]) == pytest.approx([0, drawn[0] * 0.12])
    assert found.series("shareholder_loan_closing")[1] == pytest.approx(drawn[0] * 1.12 + drawn[1])


def test_everything_that_may_leave_serves_the_loan_before_any_dividend() -> None:
    found = sized(LOAN)
    owed = found.series("shareholder_loan_closing")[1] * 1.12
    assert found.series("cash_for_distribution")[2] == pytest.approx(90)
    assert found.series("shareholder_loan_paid")[2] == pytest.approx(90)
    assert found.series("cash_for_dividends")[2] == pytest.approx(0)
    assert found.series("shareholder_loan_closing")[2] == pytest.approx(owed - 90)


def test_once_it_is_repaid_all_goes_to_the_shares() -> None:
    found = sized(LOAN)
    assert found.series("shareholder_loan_closing")[-1] == pytest.approx(0, abs=1e-9)
    assert found.series("shareholder_loan_paid")[8] == pytest.approx(0)
    assert found.series("cash_for_dividends")[8] == pytest.approx(found.series("cash_for_distribution")[8])


def test_lock_up_lets_unpaid_interest_join_the_loan() -> None:
    found = held(LOAN, {"revenue.payment.amount": {"by_year": {2027: 300, 2029: 150, 2030: 300}}})
    before = found.series("shareholder_loan_closing")[1]
    assert found.series("shareholder_loan_paid")[2] == pytest.approx(0)
    assert found.series("shareholder_loan_closing")[2] == pytest.approx(before * 1.12)


def test_half_a_year_bears_half_of_the_rate() -> None:
    found = sized({**LOAN, "timing.period": "half_year"})
    opening = found.series("shareholder_loan_opening")[2]
    assert found.series("shareholder_loan_interest")[2] == pytest.approx(opening * 0.06)


def test_the_return_of_loan_and_shares_together_does_not_depend_on_their_mix_where_cash_is_the_limit() -> None:
    mixed = sized(LOAN).value("equity_irr")
    assert sized({**LOAN, "funding": {}}).value("equity_irr") == pytest.approx(mixed)
