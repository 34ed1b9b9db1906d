"""Indicators: more generated, less used, what is there once, what is a level, and what has no baseline."""

import pytest

from tests.model.green.green_deal import green_deal

FLOOR = {"baseline": 200, "with_project": 120}


def test_more_is_with_the_project_less_the_baseline() -> None:
    found = green_deal(
        green__projects__solar__indicators={"electricity_generated": {"baseline": 40} | {"with_project": 100}}
    )
    assert found.value("solar_electricity_generated.impact_a_year") == pytest.approx(60)
    assert found.value("solar_electricity_generated.improvement") == pytest.approx(1.5)


def test_less_is_the_baseline_less_what_is_used_with_the_project() -> None:
    found = green_deal()
    assert found.series("water_water_used.gained")[0] == pytest.approx(300)
    assert found.value("water_water_used.improvement") == pytest.approx(1 / 3)


def test_what_is_there_once_is_not_multiplied_by_years() -> None:
    found = green_deal()
    assert found.value("solar_capacity_installed.impact_in_all") == pytest.approx(2)
    assert "solar_capacity_installed.impact_lifetime" not in found.lines
    assert found.value("impact_of_senior_capacity_installed.impact_in_all") == pytest.approx(1)


def test_a_level_is_shown_and_never_pro_rated() -> None:
    found = green_deal(green__projects__water__indicators={"energy_use_per_area": FLOOR})
    assert found.value("water_energy_use_per_area.improvement") == pytest.approx(0.4)
    assert not [name for name in found.lines if name.startswith("impact_of_senior_energy")]


def test_without_a_baseline_there_is_no_impact() -> None:
    found = green_deal(green__projects__water__indicators={"water_used": {"with_project": 600}})
    assert found.series("water_water_used.level_with")[0] == 600
    assert not [name for name in found.lines if name.startswith(("water_water_used.imp", "impact_of_senior_water"))]


def test_an_indicator_may_change_by_year_and_goes_on_as_in_the_last() -> None:
    """1000 to 2030, then 800: two years at 1000, the six left in the model and twelve after it at 800."""
    output = {"baseline": 0, "with_project": {"by_year": {2027: 1000, 2031: 800}}}
    found = green_deal(green__projects__solar__indicators={"electricity_generated": output})
    assert found.value("solar_electricity_generated.impact_lifetime") == pytest.approx(2 * 1000 + 18 * 800)
    assert found.value("solar_electricity_generated.impact_a_year") == pytest.approx((2 * 1000 + 18 * 800) / 20)


def test_an_indicator_of_ones_own_is_aimed_at_as_stated_and_stands_by_itself() -> None:
    words = {"kind": "other", "label": "Dust", "unit": "kg", "better": "less", "counted": "a_year"}
    found = green_deal(green__projects__water__indicators={"dust": {**words, "baseline": 100, "with_project": 20}})
    assert found.value("water_dust.impact_a_year") == pytest.approx(80)
    assert found.value("impact_of_senior_dust.impact_a_year") == pytest.approx(40)
