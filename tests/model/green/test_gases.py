"""Greenhouse gases: avoided a year and over the lifetime, with a grid that grows cleaner, and the range of factors."""

import pytest

from tests.model.green.green_deal import GRID, green_deal

BUSES = {"without_project": {"quantity": 4e5, "factor": 2.68}, "with_project": {"quantity": 1.3e6} | {"factor": 0.80}}


def test_what_is_avoided_is_the_items_own_calculus() -> None:
    """A million kWh at 0.80."""
    found = green_deal()
    assert found.series("solar.ghg_avoided") == pytest.approx(found.series("power.avoided"))
    assert found.value("solar.ghg_a_year") == pytest.approx(800)
    assert found.value("solar.ghg_lifetime") == pytest.approx(20 * 800)


def test_a_grid_that_grows_cleaner_is_followed_beyond_the_model() -> None:
    """A factor of 2024 that falls by 2 % a year; operation from 2029, of twenty years."""
    found = green_deal(emissions__power={"without_project": GRID | {"factor_decline": 0.02, "factor_year": 2024}})
    by_year = [800 * 0.98**years for years in range(5, 25)]
    assert found.value("solar.ghg_lifetime") == pytest.approx(sum(by_year))
    assert found.value("solar.ghg_a_year") == pytest.approx(sum(by_year) / 20)
    assert found.value("solar.ghg_first_year") == pytest.approx(by_year[0])


def test_construction_and_leakage_are_taken_off_each_in_its_place() -> None:
    found = green_deal(emissions__power={"without_project": GRID, "leakage": 0.1, "construction_tonnes": 500.0})
    assert found.value("solar.ghg_lifetime") == pytest.approx(20 * 720)
    assert found.series("solar.ghg_avoided")[3] == pytest.approx(720)
    assert found.value("solar.ghg_first_year") == pytest.approx(720)
    assert found.value("solar.ghg_a_year_least") == pytest.approx(630)
    assert found.value("solar.ghg_a_year_most") == pytest.approx(810)
    assert found.value("solar.ghg_construction") == pytest.approx(500)
    assert found.value("solar.ghg_net") == pytest.approx(20 * 720 - 500)


def test_the_range_of_the_factor_is_the_range_of_what_is_avoided() -> None:
    found = green_deal()
    ends = [found.value(f"solar.ghg_a_year_{end}") for end in ("least", "most")]
    assert ends == pytest.approx([700, 900])
    assert found.value("impact_of_senior_ghg.impact_a_year_least") == pytest.approx(350)
    assert found.value("impact_of_senior_ghg.impact_a_year_most") == pytest.approx(450)


def test_a_cleaner_grid_is_the_better_end_for_what_uses_its_electricity() -> None:
    """An electric bus at 0.80 saves 32 t of 1072; at 0.70 it saves 162, at 0.90 it emits 98 more than diesel."""
    ranged = {"quantity": 1.3e6, "factor": 0.80, "factor_low": 0.70, "factor_high": 0.90}
    found = green_deal(emissions__power=BUSES | {"with_project": ranged})
    assert found.value("solar.ghg_a_year") == pytest.approx(32)
    assert found.value("solar.ghg_a_year_most") == pytest.approx(162)
    assert found.value("solar.ghg_a_year_least") == pytest.approx(-98)


def test_without_a_range_none_is_shown() -> None:
    found = green_deal(emissions__power=BUSES)
    assert "solar.ghg_a_year_least" not in found.lines
    assert "impact_of_senior_ghg.impact_a_year_least" not in found.lines


def test_a_side_that_is_not_stated_emits_nothing_and_a_project_may_emit_more() -> None:
    found = green_deal(emissions__power={"with_project": {"quantity": 1e6, "factor": 0.5}})
    assert found.value("solar.ghg_a_year") == pytest.approx(-500)
    assert found.value("green_ghg_a_year") == pytest.approx(-250)
