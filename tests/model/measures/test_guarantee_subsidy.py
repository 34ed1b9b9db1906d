"""What a guarantee gives: the market's fee less the fee charged, worked by hand."""

import pytest

from tests.model.small_case import sized

LOAN = {"facilities.senior.sizing": {"amount": 600.0}, "facilities.senior.repayment": {"profile": "equal"}}
COVER = {
    "type": "first_loss_guarantee",
    "covers": ["senior"],
    "amount": 100.0,
    "fee_rate": 0.01,
    "market_fee_rate": 0.03,
}


def test_two_points_a_year_on_a_cover_of_a_hundred_at_the_rate_of_the_loan() -> None:
    """Cover by schedule: 100 while at least 100 is owed; drawn at the end of the first year, repaid 100 a year."""
    found = sized({**LOAN, "guarantees.cover": COVER})
    given = sum(0.02 * 100 / 1.1**n for n in range(2, 9))
    assert found.series("cover.cover")[0] == 0
    assert found.value("cover_market.grant_equivalent") == pytest.approx(given)
    assert found.value("subsidy_total") == pytest.approx(given)
    assert found.value("concessionality_share") == pytest.approx(given / found.value("total_uses"))
    assert found.value("cover_market.share_of_uses") == pytest.approx(given / found.value("total_uses"))


def test_a_loan_below_the_markets_price_is_no_measure_of_value() -> None:
    found = sized({**LOAN, "facilities.senior.market_rate": 0.15, "guarantees.cover": COVER})
    given = sum(0.02 * 100 / 1.15**n for n in range(2, 9))
    assert found.value("cover_market.grant_equivalent") == pytest.approx(given)


def test_an_upfront_fee_is_charged_too() -> None:
    found = sized({**LOAN, "guarantees.cover": {**COVER, "upfront_fee_rate": 0.02}})
    given = sum(0.02 * 100 / 1.1**n for n in range(2, 9)) - 0.02 * 100 / 1.1
    assert found.value("cover_market.grant_equivalent") == pytest.approx(given)


def test_without_a_market_fee_nothing_is_measured() -> None:
    found = sized({**LOAN, "guarantees.cover": {key: x for key, x in COVER.items() if key != "market_fee_rate"}})
    assert "cover_market.grant_equivalent" not in found.lines
