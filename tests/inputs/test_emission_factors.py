"""Emission factors: what the sources say, and that none is passed off as seen."""

from finmodel.inputs.emission_factors import EMISSION_FACTORS


def test_the_grid_emits_what_its_coal_and_gas_do() -> None:
    coal, gas = 0.6586, 0.2027
    low, high = (coal * each + gas * 0.45 for each in (1.0, 1.1))
    assert low - 0.01 <= EMISSION_FACTORS["grid_kz"].factor <= high + 0.01


def test_on_this_grid_an_electric_bus_emits_what_a_diesel_bus_does() -> None:
    electric, diesel = 1.3 * EMISSION_FACTORS["grid_kz"].factor, 0.40 * EMISSION_FACTORS["diesel"].factor
    assert 0.95 < electric / diesel < 1


def test_a_factor_that_falls_says_of_which_year_it_is() -> None:
    assert all(known.year is not None for known in EMISSION_FACTORS.values() if known.decline)


def test_every_factor_names_its_source_and_is_not_seen() -> None:
    for known in EMISSION_FACTORS.values():
        assert known.source
        assert known.status in ("derived", "unverified")
