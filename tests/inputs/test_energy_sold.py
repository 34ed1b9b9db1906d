"""What is said of energy that is sold twice, to nobody, or under terms that contradict each other."""

from pathlib import Path

import pytest

from tests.inputs.good_case import load, said

SOLAR = "type: energy_sold, capacity: 10, yield_hours: 1500"
MARKET = "market: {price: 0.01}"


@pytest.mark.parametrize(
    "terms", ["price: 0.01", MARKET, f"price: 0.01, term_years: 3, {MARKET}", "price: 0.01, term_years: 5"]
)
def test_an_agreement_a_market_or_both_are_enough(tmp_path: Path, terms: str) -> None:
    assert said(tmp_path, overrides=[f"revenue.solar={{{SOLAR}, {terms}}}"]) == []


def test_its_parties_are_those_who_buy(tmp_path: Path) -> None:
    both = f"revenue.solar={{{SOLAR}, price: 0.01, term_years: 3, {MARKET}}}"
    assert load(tmp_path, overrides=[both]).case.revenue["solar"].parties == ("offtaker", "energy_market")
    alone = f"revenue.solar={{{SOLAR}, {MARKET}}}"
    assert load(tmp_path, overrides=[alone]).case.revenue["solar"].parties == ("energy_market",)


@pytest.mark.parametrize(
    ("terms", "place", "what"),
    [
        ("price: 0.01, energy: 15000", "capacity", "stands beside energy"),
        ("price: 0.01, term_years: 4", "term_years", "ends after 4 of 5 years of operation"),
        ("price: 0.01, contracted_share: 60 %", "contracted_share", "leaves energy that nobody buys"),
        (f"price: 0.01, {MARKET}", "market", "nothing is left for the market"),
        (f"contracted_share: 60 %, {MARKET}", "contracted_share", "no price of one is stated"),
        (f"currency: usd, {MARKET}", "currency", "there is no usd"),
        ("market: {price: 0.01, curtailment: 120 %}", "market.curtailment", "120 % is above 100 %"),
        ("market: {price: 0.01, indexation: {wages: 1}}", "market.indexation.wages", "there is no wages"),
        ("market: {price: 0.01, currency: usd}", "market.currency", "usd"),
        ("price: 0.01, degradation: -1 %", "degradation", "below 0 %"),
        ("price: 0.01, availability: 101 %", "availability", "above 100 %"),
        ("price: 0.01, resource_factor: -0.5", "resource_factor", "below 0"),
    ],
)
def test_each_misuse_is_told_where_it_stands(tmp_path: Path, terms: str, place: str, what: str) -> None:
    messages = said(tmp_path, overrides=[f"revenue.solar={{{SOLAR}, {terms}}}"])
    assert any(f"revenue.solar.{place}: " in message and what in message for message in messages), messages


def test_energy_that_is_not_stated_and_that_nobody_buys_is_told(tmp_path: Path) -> None:
    messages = said(tmp_path, overrides=["revenue.solar={type: energy_sold, capacity: 10}"])
    assert "yield_hours is missing" in messages[0]
    assert "nobody buys the energy" in messages[1]
