"""A carbon price: a published path brings its prices and their source, and its own money must be left."""

from pathlib import Path

import pytest

from finmodel.inputs.flatten import flatten
from tests.inputs.good_case import load, said

SHADOW = "carbon_prices.shadow="
BANK = "path: world_bank_low, exchange: 520, price_rise: 30 %"


def test_a_published_path_brings_its_prices_with_their_source(tmp_path: Path) -> None:
    case = load(tmp_path, overrides=[f"{SHADOW}{{{BANK}}}"]).case
    found = flatten(case, case.grid()).table["shadow.prices"]
    assert found.value == (40.0, 50.0, 55.9, 62.5, 78.0)
    assert found.provenance.status == "unverified"
    assert "World Bank" in found.provenance.source


def test_a_path_of_the_cases_own_needs_years_and_prices_and_nothing_else(tmp_path: Path) -> None:
    assert said(tmp_path, overrides=[f"{SHADOW}{{path: given, years: [2030, 2040], prices: [1000, 2000]}}"]) == []
    assert len(said(tmp_path, overrides=[f"{SHADOW}{{path: given}}"])) == 2


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ("path: eib, price_rise: 30 %", "path: is in EUR, and no rate of exchange is stated; name currency"),
        ("path: eib, exchange: 600", "path: is in prices of 2016, and price_rise is not stated; state price_rise"),
        (f"{BANK}, prices: [1, 2, 3, 4, 5]", "prices: differs from path: world_bank_low; take it out"),
        (f"{BANK}, currency: usd", "currency: there is no usd under currencies"),
        ("path: given, years: [2040, 2030], prices: [1, 2]", "years: do not ascend; list each year once"),
        ("path: given, years: [2030, 2040], prices: [1]", "prices: 1 prices are given for 2 years; give one price"),
        ("path: given, years: [2030], prices: [-1]", "prices[1]: -1 is below 0; write 0 or more"),
    ],
)
def test_each_misuse_is_told_where_it_stands(stated: str, message: str, tmp_path: Path) -> None:
    found = said(tmp_path, overrides=[f"{SHADOW}{{{stated}}}"])
    assert any(f"carbon_prices.shadow.{message}" in one for one in found), found


def test_a_rate_of_exchange_stands_alone(tmp_path: Path) -> None:
    usd = "currencies={usd: {spot: 520, depreciation: 5 %}}"
    (message,) = said(tmp_path, overrides=[usd, f"{SHADOW}{{{BANK}, currency: usd}}"])
    assert "exchange: stands beside currency" in message
