"""Bonds as a case states them: what does not fit together is said with its place and its remedy."""

from pathlib import Path
from typing import Any

import pytest

from tests.inputs.good_issuance import edited_issuance, issuance_said
from tests.model.bonds.small_bonds import problems_with

CURVES: dict[str, Any] = {
    "government": {"type": "yield_curve", "tenor_years": [1, 5], "yields": [0.16, 0.15]},
    "tonia": {"type": "rate_path", "rate": 0.16},
}


def test_a_bond_needs_its_kind_maturity_principal_and_coupon_alone() -> None:
    assert problems_with({}) == []


def test_a_comparable_may_be_a_curve_or_another_bond() -> None:
    other = {"type": "bond", "maturity_date": "2032-03-18", "principal": 1.0, "coupon": {"type": "fixed", "rate": 0.16}}
    assert problems_with({"curves": CURVES, "bonds.green.comparable": "government"}) == []
    assert problems_with({"bonds.plain": other, "bonds.green.comparable": "plain"}) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"maturity_date": "2027-03-18"}, "is not after issue on 2027-03-18"),
        ({"issue_date": "2027-02-28"}, "is before the first period, which begins on 2027-03-01"),
        ({"coupons_a_year": 3}, "3 coupons do not fall on months of equal distance"),
        ({"coupons_a_year": 4}, "pays every 3 months, and a period of the model has 6"),
        ({"first_coupon_date": "2028-01-01"}, "2028-01-01 is not a regular coupon date after issue"),
        ({"issue_price": 0.99, "issue_yield": 0.16}, "is stated beside issue_price"),
        ({"benchmark": "goverment"}, "did you mean government?"),
        ({"benchmark": "tonia"}, "there is no tonia under curves"),
        ({"coupon": {"type": "floating", "curve": "government"}}, "there is no government under curves"),
        ({"comparable": "green"}, "is the bond itself"),
        ({"type": "bond", "use_of_proceeds": "secured"}, "is stated, and the bond is a bond"),
        ({"redemption": {"profile": "given"}}, "a given profile needs its schedule"),
        ({"redemption": {"profile": "given", "schedule": [0.5, 0.5]}}, "gives 2 shares for 10 coupon dates"),
        ({"redemption": {"profile": "given", "schedule": [0.09] * 10}}, "the shares add to 0.9"),
        ({"redemption": {"schedule": [0.1] * 10}}, "says nothing with profile bullet"),
        ({"redemption": {"grace_months": 6}}, "says nothing with profile bullet"),
        ({"redemption": {"profile": "amortising", "grace_months": 60}}, "leaves no date of redemption"),
        (
            {"trades": {"late": {"settlement_date": "2032-03-18", "yield_rate": 0.1}}},
            "is not between issue and maturity",
        ),
    ],
)
def test_what_does_not_fit_is_said(changes: dict[str, Any], said: str) -> None:
    found = problems_with({"curves": CURVES, **{f"bonds.green.{key}": value for key, value in changes.items()}})
    assert said in "\n".join(found)


GOLDEN = [
    (
        "    maturity_date: 2029-09-15",
        "    maturity_date: 2026-09-15",
        "case.yaml:16:20: bonds.green_2029.maturity_date: is not after issue on 2026-09-15; give a later day",
    ),
    (
        "coupons_a_year: 2",
        "coupons_a_year: 4",
        "case.yaml:15:21: bonds.green_2029.coupons_a_year: pays every 3 months, and a period of the model has 6; "
        "take shorter periods: one payment a period at most",
    ),
    (
        "coupon: {type: fixed, rate: 12 %}",
        "coupon: {type: floating, curve: tonia}",
        "case.yaml:14:37: bonds.green_2029.coupon.curve: there is no tonia under curves; add it there, "
        "or write one of: none yet",
    ),
    (
        "    issue_price: 99 %",
        "    issue_price: 99 %\n    issue_yield: 13 %",
        "case.yaml:14:18: bonds.green_2029.issue_yield: is stated beside issue_price; keep one of the two",
    ),
    (
        "    issue_price: 99 %",
        "    first_coupon_date: 2027-03-14",
        "case.yaml:13:24: bonds.green_2029.first_coupon_date: 2027-03-14 is not a regular coupon date after issue; "
        "take one counted back from maturity, such as 2026-09-15",
    ),
    (
        "    issue_price: 99 %",
        "    redemption: {profile: given, schedule: [50 %, 50 %]}",
        "case.yaml:13:44: bonds.green_2029.redemption.schedule: gives 2 shares for 6 coupon dates; "
        "give one for each coupon date",
    ),
    (
        "    issue_price: 99 %",
        "    trades: {sold: {settlement_date: 2030-01-01, price: 99}}",
        "case.yaml:13:38: bonds.green_2029.trades.sold.settlement_date: 2030-01-01 is not between issue and maturity; "
        "give a day from issue to the day before maturity",
    ),
    (
        "    issue_price: 99 %",
        "    holder: company",
        "case.yaml:13:13: bonds.green_2029.holder: is the project company itself, which cannot pay itself; "
        "name another party",
    ),
]


@pytest.mark.parametrize(("old", "new", "said"), GOLDEN)
def test_a_bad_bond_is_answered_word_for_word(old: str, new: str, said: str, tmp_path: Path) -> None:
    assert issuance_said(tmp_path, edited_issuance(old, new)) == [said]
