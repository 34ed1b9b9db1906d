"""Deductions: interest as it turns out or by schedule, the shareholder loan's where it counts."""

import pytest

from tests.model.small_case import held, sized

LOAN = {
    "facilities.senior.sizing": {"amount": 600.0},
    "facilities.senior.repayment": {"profile": "equal"},
    "facilities.senior.agency_fee_amount": 3.0,
    "funding": {"shareholder_loan_share": 0.5, "shareholder_loan_rate": 0.12},
}


def test_interest_and_senior_fees_of_operation_are_deducted() -> None:
    found = sized(LOAN)
    assert list(found.series("deductible_actual")[:4]) == pytest.approx([0, 0, 63, 53])
    assert list(found.series("deductible_scheduled")[:4]) == pytest.approx([0, 0, 63, 53])


def test_default_interest_is_deducted_as_it_turns_out_and_not_by_schedule() -> None:
    found = held(LOAN, {"revenue.payment.amount": {"by_year": {2027: 300, 2029: 100, 2030: 300}}})
    extra = found.series("deductible_actual")[3] - found.series("deductible_scheduled")[3]
    unpaid = found.series("senior.principal_arrears_opening")[3] + found.series("senior.interest_arrears_opening")[3]
    assert unpaid > 100
    assert extra == pytest.approx(unpaid * 0.12)


def test_interest_of_the_shareholder_loan_is_deducted_only_where_the_case_says_so() -> None:
    plain = sized(LOAN)
    funding = {**LOAN["funding"], "shareholder_loan_deductible": True}  # type: ignore[dict-item]
    counted = sized({**LOAN, "funding": funding})
    assert plain.series("deductible_actual")[2] == pytest.approx(63)
    assert counted.series("deductible_actual")[2] == pytest.approx(63 + counted.series("shareholder_loan_interest")[2])
    assert counted.series("deductible_actual")[1] == pytest.approx(0)
