"""Finance: what a loan must say, and what must fit together."""

from pathlib import Path

import pytest

from tests.inputs.good_case import load, said

SENIOR = "facilities.senior"


def test_a_loan_is_sculpted_and_sized_with_its_tax_shield_unless_it_says_otherwise(tmp_path: Path) -> None:
    senior = load(tmp_path).case.facilities["senior"]
    assert (senior.repayment.profile, senior.sizing.tax, senior.day_count) == ("sculpted", "levered", "act_365")


@pytest.mark.parametrize("limit", ["dscr: 1.3", "dscr: {by_year: {2027: 1.4, 2030: 1.3}}", "dscr: 1.3, llcr: 1.4"])
def test_any_limit_sizes_a_loan(limit: str, tmp_path: Path) -> None:
    assert said(tmp_path, overrides=[f"{SENIOR}.sizing={{{limit}}}"]) == []


def test_a_loan_may_last_as_long_as_the_project_and_no_longer(tmp_path: Path) -> None:
    assert said(tmp_path, overrides=[f"{SENIOR}.tenor_months=72"]) == []
    assert len(said(tmp_path, overrides=[f"{SENIOR}.tenor_months=73"])) == 1


def test_a_loan_must_leave_a_period_to_repay_it(tmp_path: Path) -> None:
    assert said(tmp_path, overrides=[f"{SENIOR}.tenor_months=24"]) == []
    assert len(said(tmp_path, overrides=[f"{SENIOR}.tenor_months=24", f"{SENIOR}.grace_months=12"])) == 1


def test_a_given_schedule_adds_to_one(tmp_path: Path) -> None:
    given = f"{SENIOR}.repayment={{profile: given, schedule: [50 %, 50 %]}}"
    assert said(tmp_path, overrides=[given]) == []
    assert len(said(tmp_path, overrides=[given.replace("50 %]", "51 %]")])) == 1


def test_reserves_and_lock_up_are_off_unless_stated(tmp_path: Path) -> None:
    case = load(tmp_path).case
    assert (case.reserves.dsra.months.number, case.distributions.lockup_dscr.number) == (0.0, 0.0)


def test_a_letter_of_credit_is_a_kind_of_reserve(tmp_path: Path) -> None:
    assert (
        said(tmp_path, overrides=["reserves.dsra={type: letter_of_credit, months: 6, letter_of_credit_fee: 2 %}"]) == []
    )


def test_shareholders_may_hold_everything_between_them(tmp_path: Path) -> None:
    assert said(tmp_path, overrides=["funding.shareholders={technology_partner: 60 %, authority: 40 %}"]) == []
    assert len(said(tmp_path, overrides=["funding.shareholders={technology_partner: 60 %, authority: 41 %}"])) == 1


def test_shareholders_and_lenders_in_between_are_parties(tmp_path: Path) -> None:
    funding = "funding={shareholders: {technology_partner: 15 %}, vat_facility: {rate: 14 %}}"
    assert load(tmp_path, overrides=[funding]).case.funding.parties == ("technology_partner", "vat_lender")
