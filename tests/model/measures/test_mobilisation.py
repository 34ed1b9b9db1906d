"""Mobilisation ratios by hand: 100 of a development bank beside 300 arranged, 200 other loans and 400 of equity."""

import pytest

from tests.model.measures.soft_loan import SOFT
from tests.model.small_case import sized

LOAN = {**SOFT, "type": "term_loan", "base_rate": 0.10}
LOAN.pop("market_rate")
DEAL = {
    "facilities": {
        "soft": {**SOFT, "base_rate": 0.0, "sizing": {"amount": 100.0}},
        "arranged": {**LOAN, "base_rate": 0.0, "mobilisation": "private_direct", "sizing": {"amount": 300.0}},
        "other": {**LOAN, "base_rate": 0.0, "sizing": {"amount": 150.0}},
        "state": {**LOAN, "base_rate": 0.0, "mobilisation": "public", "sizing": {"amount": 50.0}},
    }
}
"""Uses of 1,000 without interest: 100 own account, 300 + 150 private loans, 50 public, 400 of sponsors."""


def test_money_is_counted_by_the_method_of_the_development_banks() -> None:
    found = sized(DEAL)
    counted = {
        "own_account": 100,
        "private_direct": 300,
        "private_indirect": 150 + 400,
        "private_cofinancing": 850,
        "public_cofinancing": 50,
        "total_activity_financing": 1000,
        "concessional_finance": 100,
        "commercial_debt": 450,
    }
    assert {name: found.value(name) for name in counted} == pytest.approx(counted)


def test_every_ratio_has_its_name() -> None:
    found = sized(DEAL)
    ratios = {
        "private_to_own_account": 8.5,
        "direct_to_own_account": 3.0,
        "commercial_to_concessional": 4.5,
        "private_to_concessional": 8.5,
        "total_to_concessional": 10.0,
        "total_to_public": 1000 / 150,
        "private_share": 0.85,
    }
    assert {name: found.value(name) for name in ratios} == pytest.approx(ratios)


def test_a_facility_that_is_not_counted_is_in_no_class() -> None:
    found = sized({"facilities": {**DEAL["facilities"], "other": {**LOAN, "mobilisation": "none", "base_rate": 0.0,
                                  "sizing": {"amount": 150.0}}}})  # fmt: skip
    assert found.value("total_activity_financing") == pytest.approx(850)


def test_a_deal_of_private_lenders_alone_mobilises_nothing() -> None:
    assert "own_account" not in sized({}).lines


def test_a_guarantee_counts_as_own_account_and_not_as_money_and_the_oecd_counts_the_loan_it_covers() -> None:
    cover = {"type": "partial_credit_guarantee", "covers": ["arranged"], "coverage": 0.5, "amount": 120.0}
    found = sized({**DEAL, "guarantees.cover": cover})
    assert found.value("own_account_lent") == pytest.approx(100)
    assert found.value("own_account") == pytest.approx(100 + 120)
    assert found.value("total_activity_financing") == pytest.approx(1000)
    assert found.value("private_to_own_account") == pytest.approx(850 / 220)
    assert found.value("mobilised_oecd") == pytest.approx(300)
    surety = sized({**DEAL, "guarantees.cover": {**cover, "type": "state_surety"}})
    assert surety.value("own_account") == pytest.approx(100)


def test_grants_and_the_shares_of_public_shareholders_are_public_money() -> None:
    """Of 400 of equity a grant of 100 takes a quarter; of the 300 left the city holds 20 % and a fund 30 %."""
    grant = {"type": "capital_grant", "grantor": "authority", "amount": 100.0}
    shares = {"authority": 0.2, "pension_fund": 0.3}
    found = sized({**DEAL, "grants": {"city": grant}, "funding": {"shareholders": shares}})
    assert found.value("public_shareholders") == pytest.approx(60)
    assert found.value("private_indirect") == pytest.approx(150 + 240)
    assert found.value("public_cofinancing") == pytest.approx(50 + 100 + 60)
    assert found.value("concessional_finance") == pytest.approx(200)
    assert found.value("total_activity_financing") == pytest.approx(1000)
