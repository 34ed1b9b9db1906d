"""Lifetime: by the case's operation or by a date of its own, in the model, before it and after it."""

import pytest

from tests.model.green.green_deal import GREEN, green_deal
from tests.model.small_case import held


def test_a_project_without_a_date_operates_with_the_case_and_goes_on_after_it() -> None:
    """Eight years of operation in the model, of twenty."""
    found = green_deal()
    assert found.series("solar.operating_years") == pytest.approx([0, 0, *[1] * 8, 0])
    assert found.value("solar.years_after_model") == pytest.approx(12)
    assert found.value("solar_electricity_generated.impact_lifetime") == pytest.approx(20 * 1000)


def test_a_project_with_a_date_operates_from_it_for_its_lifetime() -> None:
    """From 1 July 2028 for three years: 184 of the 366 days of 2028, and the rest of three years in 2031."""
    found = green_deal()
    expected = [0, 184 / 366, 1, 1, 1 - 184 / 366, 0]
    assert found.series("water.operating_years")[:6] == pytest.approx(expected)
    assert found.value("water.years_after_model") == pytest.approx(0)
    assert found.value("water_water_used.impact_lifetime") == pytest.approx(900)


def test_operation_counts_in_the_calendar_year_of_its_days() -> None:
    """Years of the model begin in October: in that of 2027/28 the network operates from July 2028, for three years."""
    found = green_deal(timing__start="2026-10-01")
    days_of_the_last = 365 * (1 - 92 / 366)
    in_first_year = [0, 0, 92 / 365, 92 / 365, 92 / days_of_the_last]
    assert found.series("water.operating_years")[1] == pytest.approx(92 / 366)
    assert found.series("water.first_year_share")[:5] == pytest.approx(in_first_year)


def test_a_project_of_the_case_counts_from_the_day_after_completion() -> None:
    """Completed with September 2028: of its first year of operation, October to December are of 2028."""
    found = green_deal(timing__start="2026-10-01")
    assert found.series("solar.first_year_share")[2] == pytest.approx(92 / 365)
    assert green_deal().series("solar.first_year_share")[:4] == pytest.approx([0, 0, 1, 1])


def test_a_project_completed_within_a_period_has_no_days_before_that() -> None:
    """Completed with March 2028: its first half-year of operation is of 2028, though the period begins in 2027."""
    found = green_deal(timing__start="2026-10-01", timing__construction_months=18)
    assert found.series("solar.operating_years")[1] == pytest.approx(0.5)
    assert found.series("solar.first_year_share")[1] == 0


def test_years_before_the_model_do_not_count() -> None:
    """In operation since 1 January 2026, 365 days before the model, for three years."""
    found = green_deal(green__projects__water__operation_from="2026-01-01")
    assert found.value("water.years_before_model") == pytest.approx(365 / 365.25)
    left = 3 - 365 / 365.25
    assert found.value("water_water_used.impact_lifetime") == pytest.approx(300 * left)
    assert found.value("water_water_used.impact_a_year") == pytest.approx(300)


def test_a_delay_of_the_case_moves_the_project_that_operates_with_it() -> None:
    found = held(GREEN, {"timing.delay_months": 12})
    assert found.series("solar.ghg_avoided")[:4] == pytest.approx([0, 0, 0, 800])
    assert found.value("solar.ghg_lifetime") == pytest.approx(20 * 800)


def test_ramp_up_lowers_what_a_project_does_that_operates_with_the_case() -> None:
    """From 50 % in a straight line over a year: three quarters of the first year."""
    found = green_deal(timing__ramp_up_months=12, timing__ramp_up_start=0.5)
    assert found.series("solar.serving_years")[2:4] == pytest.approx([0.75, 1])
