"""Carbon prices: the published paths year by year, money and price years, and prices beyond the years stated."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized

LONG = {"timing.operation_months": 300, "facilities.senior.tenor_months": 96}


def price(**stated: Any) -> Batch:
    return sized(LONG | {"project.money": "one", "carbon_prices.shadow": stated})


def by_year(found: Batch, line: str) -> dict[int, float]:
    return dict(zip(map(int, found.series("calendar_year")), found.series(f"shadow.{line}"), strict=True))


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("world_bank_low", {2030: 50.0, 2035: 55.9, 2040: 62.5, 2050: 78.0}),
        ("world_bank_high", {2030: 100.0, 2035: 111.8, 2040: 124.9, 2050: 156.1}),
        ("eib", {2030: 250.0, 2035: 390.0, 2040: 525.0, 2045: 660.0, 2050: 800.0}),
    ],
)
def test_a_published_path_has_its_published_prices(path: str, known: dict[int, float]) -> None:
    found = by_year(price(path=path, exchange=1.0, price_rise=0.0), "path_price")
    assert {year: found[year] for year in known} == pytest.approx(known)


def test_between_years_stated_the_price_moves_in_a_straight_line() -> None:
    found = by_year(price(path="world_bank_low", exchange=1.0, price_rise=0.0), "path_price")
    assert found[2027] == pytest.approx(40 + 0.7 * 10)
    assert found[2032] == pytest.approx(50 + 0.4 * 5.9)


def test_outside_the_years_stated_the_nearest_price_holds_or_rises_on() -> None:
    stated = {"path": "given", "years": [2030, 2035], "prices": [100.0, 120.0]}
    held = by_year(price(**stated), "price")
    rising = by_year(price(**stated, growth_after=0.02), "price")
    assert held[2027] == held[2029] == 100
    assert held[2036] == held[2050] == 120
    assert rising[2035] == 120
    assert rising[2038] == pytest.approx(120 * 1.02**3)


def test_a_price_is_brought_to_prices_of_close_and_to_the_money_of_the_case() -> None:
    usd = {"spot": 500.0, "path": "depreciation", "depreciation": 0.1}
    stated = {"path": "world_bank_low", "currency": "usd", "price_rise": 0.3, "multiple": 2.0}
    found = sized({"currencies.usd": usd, "carbon_prices.shadow": stated})
    assert by_year(found, "price")[2030] == pytest.approx(50 * 2 * 1.3 * 500 / 1e6)
