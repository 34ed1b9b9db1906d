"""Prepayment in a case file: what a sweep and a dated prepayment say, and what does not fit."""

from finmodel.inputs.prepayment import DatedPrepayment, Sweep
from tests.model.small_case import small_case


def test_a_sweep_without_a_level_is_always_open() -> None:
    loan = small_case({"facilities.senior.sweep": {"share": 0.5}}).facilities["senior"]
    assert isinstance(loan.sweep, Sweep)
    assert not loan.sweep.tested
    assert loan.prepayable
    assert loan.prepayment_order == "inverse_order"


def test_a_sweep_with_a_level_is_tested_over_a_year() -> None:
    sweep = small_case({"facilities.senior.sweep": {"share": 0.5, "above_dscr": 1.3}}).facilities["senior"].sweep
    assert sweep is not None
    assert sweep.tested
    assert sweep.test_months.number == 12


def test_prepayments_by_choice_have_names_of_their_own() -> None:
    early = {"early": {"month": 48, "amount": 60.0}}
    loan = small_case({"facilities.senior.prepayments": early}).facilities["senior"]
    assert isinstance(loan.prepayments["early"], DatedPrepayment)
    assert loan.prepayable


def test_a_loan_without_either_is_repaid_as_contracted() -> None:
    assert not small_case().facilities["senior"].prepayable
