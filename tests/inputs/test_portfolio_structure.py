"""Tranches, limits and sizes that do not fit together are told, with what to do."""

from pathlib import Path

import pytest

from tests.pools import SMALL, pool_said

TRANCHES = "tranching: {{issue_year: 2028, tenor_years: 5, {terms}tranches: {{{tranches}}}}}\n"
BAD = {
    "a: {size: 80 %, coupon: 9 %}, b: {size: 30 %, coupon: 0}": "the sizes add to 110 %; make them add to 100 %",
    "a: {size: 100 %, coupon: 9 %}": "names fewer than two; cut the pool into two tranches at least",
    "a: {size: 80 %, coupon: 9 %}, b: {amount: 30, coupon: 0}": "some sizes are shares and some amounts; "
    "state all of them in one way",
    "a: {coupon: 9 %}, b: {size: 100 %, coupon: 0}": "is not stated, nor is an amount; state size: 20 %, or amount",
    "a: {size: 50 %, amount: 5, coupon: 9 %}, b: {amount: 5, coupon: 0}": "stands beside size; keep one of the two",
}


@pytest.mark.parametrize("tranches", BAD)
def test_sizes_of_tranches_make_up_the_whole(tmp_path: Path, tranches: str) -> None:
    said = pool_said(tmp_path, SMALL + TRANCHES.format(terms="", tranches=tranches))
    assert any(line.endswith(BAD[tranches]) for line in said), said


def test_tranches_that_follow_no_debt_state_their_amount(tmp_path: Path) -> None:
    halves = "a: {size: 50 %, coupon: 9 %}, b: {size: 50 %, coupon: 0}"
    said = pool_said(tmp_path, SMALL + TRANCHES.format(terms="paid_from: distributions, ", tranches=halves))
    assert said == [
        "portfolio.yaml:5:1: tranching.amount: is not stated, and tranches paid from distributions follow no debt; "
        "state the amount issued"
    ]
    amounts = "a: {amount: 5, coupon: 9 %}, b: {amount: 5, coupon: 0}"
    said = pool_said(tmp_path, SMALL + TRANCHES.format(terms="amount: 10, ", tranches=amounts))
    assert said == ["portfolio.yaml:5:55: tranching.amount: stands beside the amounts of tranches; take one out"]


def test_a_limit_needs_what_it_limits(tmp_path: Path) -> None:
    text = SMALL.replace(", city: almaty", "").replace(", city: shymkent", "")
    assert pool_said(tmp_path, f"{text}limits: {{city: 50 %}}\n") == [
        "portfolio.yaml:5:16: limits.city: no case states its city; state city under each of cases"
    ]
