"""What carbon credits must state, and that a price counts only where somebody has agreed to pay it."""

from pathlib import Path

import pytest

from finmodel.inputs.carbon_credits import CarbonCredits
from tests.inputs.good_case import load, said

CREDITS = "type: carbon_credits, quantity: 15000, emission_factor: 0.8, crediting_years: 7"


def test_without_a_contract_the_price_is_0(tmp_path: Path) -> None:
    stream = load(tmp_path, overrides=[f"revenue.credits={{{CREDITS}}}"]).case.revenue["credits"]
    assert isinstance(stream, CarbonCredits)
    assert stream.price.number == 0
    assert stream.parties == ("carbon_buyer", "verifier")


def test_with_a_contract_a_price_may_be_stated(tmp_path: Path) -> None:
    assert said(tmp_path, overrides=[f"revenue.credits={{{CREDITS}, price: 3, contract: ERPA of 2026}}"]) == []


@pytest.mark.parametrize(
    ("terms", "place", "what"),
    [
        ("price: 3", "price", "no contract is stated"),
        ("buffer: 120 %", "buffer", "above 100 %"),
        ("leakage: -5 %", "leakage", "below 0 %"),
        ("issuance_lag_periods: 1.5", "issuance_lag_periods", "not a whole number"),
        ("verification_index: wages", "verification_index", "there is no wages"),
        ("verifier: company", "verifier", "is the project company itself"),
    ],
)
def test_each_misuse_is_told_where_it_stands(tmp_path: Path, terms: str, place: str, what: str) -> None:
    (message,) = said(tmp_path, overrides=[f"revenue.credits={{{CREDITS}, {terms}}}"])
    assert f"revenue.credits.{place}: " in message
    assert what in message


def test_a_factor_given_over_time_does_not_decline_besides(tmp_path: Path) -> None:
    factor = "emission_factor: {by_year: {2027: 0.8, 2030: 0.7}}, factor_decline: 2 %"
    terms = f"type: carbon_credits, quantity: 15000, {factor}, crediting_years: 7"
    (message,) = said(tmp_path, overrides=[f"revenue.credits={{{terms}}}"])
    assert "revenue.credits.factor_decline: the emission factor is given over time already" in message
