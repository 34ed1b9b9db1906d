"""Facilities: every kind of loan with its usual lender and rank, and what does not fit together."""

import pytest

from finmodel.inputs.case import Case
from tests.model.small_case import small_case

LOAN = {"base_rate": 0.1, "tenor_months": 96, "sizing": {"share": 0.1}, "repayment": {"profile": "equal"}}


def with_loan(kind: str, **more: object) -> Case:
    return small_case({"facilities.second": {"type": kind, **LOAN, **more}})


@pytest.mark.parametrize(
    ("kind", "lender", "rank"),
    [
        ("term_loan", "senior_lender", 1),
        ("concessional_loan", "concessional_lender", 1),
        ("mezzanine_loan", "mezzanine_lender", 2),
        ("vendor_loan", "vendor", 1),
        ("bond", "bondholder", 1),
    ],
)
def test_each_kind_has_its_usual_lender_and_rank(kind: str, lender: str, rank: int) -> None:
    found = with_loan(kind).facilities["second"]
    assert (found.lender, found.rank) == (lender, rank)


def test_a_kind_can_be_ranked_otherwise() -> None:
    assert with_loan("concessional_loan", rank=3).ranks() == [1, 3]


def test_facilities_are_sized_by_rank_then_as_listed_and_the_remainder_last() -> None:
    remainder = {"type": "term_loan", **LOAN, "sizing": {"remainder": True}}
    junior = {"type": "mezzanine_loan", **LOAN}
    second = remainder | {"sizing": {"share": 0.1}}
    case = small_case({"facilities.rest": remainder, "facilities.mezzanine": junior, "facilities.second": second})
    assert case.sizing_order() == ["senior", "second", "mezzanine", "rest"]


def test_interest_that_is_added_makes_a_loan_grow() -> None:
    assert with_loan("term_loan", construction_interest="added").facilities["second"].grows
    assert with_loan("mezzanine_loan", pik_margin=0.03).facilities["second"].grows
    assert not with_loan("term_loan").facilities["second"].grows
