"""Time saved: hours at the value of time at work and otherwise, rising with income."""

import pytest

from tests.model.small_case import sized

TRIPS = {"type": "time_saved", "hours": 1000.0, "work_share": 0.2}
VALUES = {"hourly_wage_cost": 3.0, "hourly_household_income": 2.0}
HOUR = 0.2 * 1.33 * 3 + 0.8 * 0.30 * 2


def test_an_hour_at_work_counts_by_its_cost_and_another_by_household_income() -> None:
    found = sized({"economics": VALUES | {"benefits": {"trips": TRIPS}}})
    assert found.series("trips.hour_value")[0] == pytest.approx(HOUR)
    assert found.series("trips.economic_flow")[2] == pytest.approx(1000 * HOUR)
    assert found.series("trips.economic_flow")[1] == 0


def test_the_time_of_children_counts_half() -> None:
    found = sized({"economics": VALUES | {"benefits": {"trips": TRIPS | {"child_share": 0.25}}}})
    assert found.series("trips.hour_value")[0] == pytest.approx(0.2 * 1.33 * 3 + 0.8 * (0.75 * 0.30 + 0.25 * 0.15) * 2)


def test_the_value_of_an_hour_rises_with_income() -> None:
    growth = {"growth_per_person": 0.04, "income_elasticity": 0.5}
    found = sized({"economics": VALUES | growth | {"benefits": {"trips": TRIPS}}})
    assert found.series("trips.hour_value")[5] == pytest.approx(HOUR * 1.02**5)


def test_a_part_of_a_year_of_service_saves_a_part_of_the_hours() -> None:
    ramp = {"timing.ramp_up_months": 12, "timing.ramp_up_start": 0.5}
    found = sized(ramp | {"economics": VALUES | {"benefits": {"trips": TRIPS}}})
    assert found.series("trips.economic_flow")[2] == pytest.approx(750 * HOUR)
