"""Debt service: by schedule, as due with arrears, and as paid from cash and reserve."""

import pytest

from tests.model.small_case import held, sized

DEAL = {
    "facilities.senior.sizing": {"amount": 600.0},
    "facilities.senior.repayment": {"profile": "equal"},
    "facilities.senior.agency_fee_amount": 4.0,
    "reserves": {"dsra": {"months": 3}},
}


def test_scheduled_debt_service_is_interest_principal_and_senior_fees() -> None:
    found = sized(DEAL)
    assert found.series("scheduled_interest_total")[2] == pytest.approx(60)
    assert found.series("scheduled_fees")[2] == pytest.approx(4)
    assert found.series("scheduled_debt_service")[2] == pytest.approx(164)


def test_what_is_due_is_what_the_lender_is_owed_without_fees() -> None:
    found = sized(DEAL)
    assert found.series("debt_service_due")[2] == pytest.approx(160)
    assert list(found.series("debt_service_paid")) == pytest.approx(list(found.series("debt_service_due")))


def test_cash_pays_first_then_the_reserve_and_what_lacks_is_arrears() -> None:
    """96 of cash after the fee and 38.5 in reserve against 150."""
    found = held(DEAL, {"revenue.payment.amount": {"by_year": {2027: 300, 2030: 150, 2031: 300}}})
    assert found.series("debt_service_from_cash")[3] == pytest.approx(96)
    assert found.series("debt_service_lacking")[3] == pytest.approx(54)
    assert found.series("debt_service_paid")[3] == pytest.approx(96 + 154 / 4)
    assert found.series("arrears")[3] == pytest.approx(54 - 154 / 4)


def test_the_loan_is_in_service_from_the_first_whole_period_to_maturity() -> None:
    found = sized(DEAL)
    assert list(found.series("service_flag")) == [0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0]
    assert list(found.series("debt_closing")) == pytest.approx(list(found.series("senior.closing")))
