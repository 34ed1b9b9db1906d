"""Emissions: what is avoided by quantity and factor, with losses, decline, leakage and construction."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized

BUSES = {
    "without_project": {"quantity": 1e6 * 0.40, "factor": 2.68},
    "with_project": {"quantity": 1e6 * 1.3, "factor": 0.80},
}
"""A million kilometres: 40 litres of diesel a hundred, or 1.3 kWh each from the grid of Kazakhstan."""


def emitted(**stated: Any) -> Batch:
    return sized({"emissions.buses": BUSES | stated})


def test_on_todays_grid_an_electric_bus_saves_almost_nothing() -> None:
    found = emitted()
    assert found.value("buses.baseline_a_year") == pytest.approx(1072)
    assert found.value("buses.absolute_a_year") == pytest.approx(1040)
    assert found.value("buses.avoided_a_year") == pytest.approx(32)
    assert found.value("buses.avoided_in_all") == pytest.approx(8 * 32)


def test_losses_alone_turn_the_saving_of_an_electric_bus_round() -> None:
    losses = {"with_project": BUSES["with_project"] | {"losses": 0.10}}
    assert emitted(**losses).value("buses.avoided_a_year") == pytest.approx(1072 - 1040 / 0.9)


def test_a_grid_that_grows_cleaner_saves_more_every_year() -> None:
    """Operation is from 2029; the factor is of the first year of the model, 2027."""
    cleaner = {"with_project": BUSES["with_project"] | {"factor_decline": 0.02, "factor_year": 2027}}
    found = emitted(**cleaner).series("buses.avoided")
    assert found[2] == pytest.approx(1072 - 1040 * 0.98**2)
    assert found[9] == pytest.approx(1072 - 1040 * 0.98**9)


def test_a_factor_falls_from_the_year_that_it_is_of() -> None:
    """Of 2024: by 2029, the first year of operation, it has fallen five times, not twice."""
    cleaner = {"with_project": BUSES["with_project"] | {"factor_decline": 0.02, "factor_year": 2024}}
    assert emitted(**cleaner).series("buses.avoided")[2] == pytest.approx(1072 - 1040 * 0.98**5)


def test_before_its_year_a_factor_stands_as_it_is() -> None:
    later = {"with_project": BUSES["with_project"] | {"factor_decline": 0.02, "factor_year": 2031}}
    found = emitted(**later).series("buses.avoided")
    assert found[2:6] == pytest.approx([32, 32, 32, 1072 - 1040 * 0.98])


def test_nothing_is_avoided_before_operation() -> None:
    found = emitted()
    assert list(found.series("buses.avoided")[:2]) == [0, 0]
    assert list(found.series("buses_without.emitted")[:2]) == [0, 0]


def test_leakage_is_a_share_of_what_would_be_emitted() -> None:
    assert emitted(leakage=0.01).value("buses.avoided_a_year") == pytest.approx(32 - 10.72)


def test_what_construction_emits_is_spread_over_it_and_stands_apart() -> None:
    found = emitted(construction_tonnes=100.0)
    assert list(found.series("buses.construction_emissions")[:3]) == pytest.approx([50, 50, 0])
    assert found.value("buses.avoided_a_year") == pytest.approx(32)
    assert found.value("buses.avoided_in_all") == pytest.approx(8 * 32 - 100)


def test_a_project_that_only_emits_avoids_less_than_nothing() -> None:
    found = sized({"emissions.plant_gas": {"with_project": {"quantity": 1000.0, "factor": 2.0}}})
    assert found.value("plant_gas.avoided_a_year") == pytest.approx(-2)
    assert found.value("plant_gas.baseline_a_year") == 0


def test_generation_may_displace_the_combined_margin_of_the_grid() -> None:
    """Three quarters of 0.9 and a quarter of 0.7 are 0.85; it falls like any factor."""
    margin = {"operating": 0.9, "build": 0.7, "operating_weight": 0.75}
    side = {"quantity": 1e6, "combined_margin": margin, "factor_decline": 0.02, "factor_year": 2026}
    found = sized({"emissions.wind": {"without_project": side}})
    assert found.series("wind.avoided")[2:4] == pytest.approx([850 * 0.98**3, 850 * 0.98**4])


def test_the_ends_of_a_range_are_told_as_multiples_of_the_factor() -> None:
    ranged = BUSES["with_project"] | {"factor_low": 0.7, "factor_high": 0.9, "losses": 0.1}
    found = emitted(with_project=ranged)
    assert found.value("buses_with.low_times") == pytest.approx(0.7 / 0.8)
    assert found.value("buses_with.high_times") == pytest.approx(0.9 / 0.8)


def test_the_range_is_of_the_year_of_the_factor() -> None:
    """What the factor has lost before the model begins, the ends of its range have lost too."""
    ranged = BUSES["with_project"] | {"factor_low": 0.7, "factor_high": 0.9, "losses": 0.1}
    found = emitted(with_project=ranged | {"factor_decline": 0.02, "factor_year": 2020})
    assert found.value("buses_with.low_times") == pytest.approx(0.7 / 0.8)
    assert found.value("buses_with.high_times") == pytest.approx(0.9 / 0.8)
