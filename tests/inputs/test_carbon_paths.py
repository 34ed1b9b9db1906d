"""The published prices of carbon: what the sources say, and that none is passed off as seen."""

from itertools import pairwise

import pytest

from finmodel.inputs.carbon_paths import CARBON_PATHS


def test_the_world_banks_paths_rise_by_two_and_a_quarter_percent_a_year_from_2030() -> None:
    for name, first in (("world_bank_low", 50.0), ("world_bank_high", 100.0)):
        prices = CARBON_PATHS[name].prices
        for year in (2030, 2035, 2040, 2050):
            assert prices[year] == pytest.approx(first * 1.0225 ** (year - 2030), abs=0.06)


def test_the_high_path_is_twice_the_low_one() -> None:
    low, high = CARBON_PATHS["world_bank_low"].prices, CARBON_PATHS["world_bank_high"].prices
    assert {year: 2 * price for year, price in low.items()} == pytest.approx(high, abs=0.11)


def test_every_path_names_its_source_its_money_and_how_far_it_can_be_trusted() -> None:
    for path in CARBON_PATHS.values():
        assert path.source
        assert path.currency in ("USD", "EUR")
        assert path.status == "unverified"
        assert all(before < after for before, after in pairwise(path.prices))
