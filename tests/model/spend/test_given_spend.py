"""Given spend: the stated shares, period by period of the plan, stretched by a delay."""

import pytest

from tests.model.small_case import sized

SPEND = {"capex.plant.spend": [0.3, 0.7]}


def test_each_period_takes_the_share_that_the_profile_states() -> None:
    assert list(sized(SPEND).series("plant.cost")[:3]) == pytest.approx([300, 700, 0])


def test_the_last_share_is_spent_in_the_last_period_however_short_it_is() -> None:
    found = sized({**SPEND, "timing.construction_months": 15})
    assert list(found.series("plant.cost")[:3]) == pytest.approx([300, 700, 0])


def test_a_delay_of_a_year_spreads_each_share_over_one_and_a_half_years() -> None:
    found = sized({**SPEND, "timing.delay_months": 12, "facilities.senior.tenor_months": 84})
    assert list(found.series("plant.cost")[:4]) == pytest.approx([200, 100 + 700 / 3, 1400 / 3, 0])


def test_a_profile_that_ends_early_leaves_the_last_periods_of_construction_free() -> None:
    found = sized({"capex.plant.spend": [1.0]})
    assert list(found.series("plant.cost")[:3]) == pytest.approx([1000, 0, 0])
