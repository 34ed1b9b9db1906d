"""Land lease: land comes on the market by the year, is taken as fast as stated, pays rent and a premium."""

from typing import Any

import pytest

from tests.model.small_case import held, sized

PLOTS: dict[str, Any] = {
    "type": "land_lease",
    "area": {"by_year": {2029: 100.0, 2031: 0.0}},
    "rent": 0.5,
}


def plots(**terms: Any) -> dict[str, Any]:
    """100 ha a year in 2029 and 2030, the first two years of operation, at 0.5 a hectare and year."""
    return {"revenue.plots": {**PLOTS, **terms}, "indices": {"cpi": {"rate": 0.1}}}


def test_land_taken_at_once_pays_for_half_of_its_first_year() -> None:
    found = sized(plots())
    assert list(found.series("plots.leases_new")[1:5]) == pytest.approx([0, 100, 100, 0])
    assert list(found.series("plots.leased_closing")[1:5]) == pytest.approx([0, 100, 200, 200])
    assert list(found.series("plots.revenue")[1:5]) == pytest.approx([0, 25, 75, 100])
    assert found.series("party_tenants.paid") == pytest.approx(found.series("plots.received"))


def test_take_up_is_of_what_is_still_on_the_market() -> None:
    """Half of 100; half of 50 left and 100 more; half of 75 left."""
    found = sized(plots(take_up=0.5))
    assert list(found.series("plots.leases_new")[2:5]) == pytest.approx([50, 75, 37.5])
    assert list(found.series("plots.leased_closing")[2:5]) == pytest.approx([50, 125, 162.5])


def test_half_years_take_as_much_in_a_year_as_years_do() -> None:
    found = sized(plots(take_up=0.5, area=0.0, area_at_completion=100.0) | {"timing.period": "half_year"})
    assert list(found.series("plots.leased_closing")[[5, 7]]) == pytest.approx([50, 75])


def test_some_stays_vacant_and_leases_that_end_are_on_the_market_again() -> None:
    """90 of 100 let; a tenth of them ends while 90 more are let; then 18 end and the 9 that ended are let again."""
    found = sized(plots(vacancy=0.1, ended=0.1))
    assert list(found.series("plots.leases_ended")[2:5]) == pytest.approx([0, 9, 17.1])
    assert list(found.series("plots.leases_new")[2:5]) == pytest.approx([90, 90, 9])
    assert list(found.series("plots.leased_closing")[2:5]) == pytest.approx([90, 171, 162.9])


def test_new_leases_pay_a_premium_and_both_are_indexed() -> None:
    found = sized(plots(premium=2.0, indexation={"cpi": 1.0}))
    assert list(found.series("plots.premium_earned")[2:4]) == pytest.approx([200 * 1.1**2, 200 * 1.1**3])
    assert found.series("plots.revenue")[2] == pytest.approx(225 * 1.1**2)


def test_a_late_completion_brings_all_land_planned_before_on_the_market_at_once() -> None:
    found = held(plots(), {"timing.delay_months": 12})
    assert list(found.series("plots.area_offered")[1:5]) == pytest.approx([0, 0, 200, 200])
    assert list(found.series("plots.revenue")[1:5]) == pytest.approx([0, 0, 50, 100])
    assert found.value("master_check") == 1
