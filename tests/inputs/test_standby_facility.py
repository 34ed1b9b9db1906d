"""Standby facility of a case: its rank among the facilities, its term, and its lender as a party."""

from pathlib import Path

from finmodel.inputs.risks import parties_of
from tests.inputs.good_case import load, said

STANDBY = "funding.standby_facility={amount: 100, base_rate: 16 %, repayment_months: 36"


def test_it_ranks_with_senior_debt_and_pays_all_that_is_missing_unless_it_says_otherwise(tmp_path: Path) -> None:
    case = load(tmp_path, overrides=[STANDBY + "}"]).case
    assert case.funding.standby_facility is not None
    assert (case.funding.standby_facility.rank, case.funding.standby_facility.share.number) == (1, 1.0)
    assert case.ranks() == [1]
    assert "standby_lender" in parties_of(case)


def test_a_rank_of_its_own_is_a_rank_of_the_case(tmp_path: Path) -> None:
    assert load(tmp_path, overrides=[STANDBY + ", rank: 3}"]).case.ranks() == [1, 3]


def test_it_ranks_no_better_than_the_best_facility(tmp_path: Path) -> None:
    overrides = ["facilities.senior.rank=2", STANDBY + ", rank: 1}"]
    assert len(said(tmp_path, overrides=overrides)) == 1
