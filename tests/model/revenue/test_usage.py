"""Usage: units times price, with growth, ramp-up, elasticity, leakage and what is paid in any case."""

from typing import Any

import pytest

from tests.model.small_case import held, sized

TOLL = {"type": "usage", "volume": 1000.0, "tariff": 0.3}


def toll(**terms: Any) -> dict[str, Any]:
    """The small deal paid by a toll alone; two years of construction, then eight of operation."""
    return {"revenue": {"toll": {**TOLL, **terms}}, "indices": {"cpi": {"rate": 0.10}}}


def test_revenue_is_use_times_price_and_users_pay_it() -> None:
    found = sized(toll())
    assert list(found.series("toll.revenue")) == pytest.approx([0, 0, *[300] * 8, 0])
    assert found.series("party_users.paid") == pytest.approx(found.series("toll.received"))


def test_use_grows_and_the_price_is_indexed_with_each_calendar_year() -> None:
    found = sized(toll(growth=0.02, indexation={"cpi": 0.5}))
    assert list(found.series("toll.volume_used")[2:4]) == pytest.approx([1000 * 1.02**2, 1000 * 1.02**3])
    assert found.series("toll.price_charged")[2] == pytest.approx(0.3 * 1.105)
    assert found.series("toll.revenue")[2] == pytest.approx(1000 * 1.02**2 * 0.3 * 1.105)


def test_a_price_above_the_forecast_moves_users_away_and_inflation_alone_moves_nobody() -> None:
    found = sized(toll(tariff=0.36, base_price=0.3, elasticity=-0.3, indexation={"cpi": 1.0}))
    assert list(found.series("toll.price_effect")) == pytest.approx([1.2**-0.3] * 11)
    assert found.series("toll.volume_used")[2] == pytest.approx(1000 * 1.2**-0.3)


def test_a_free_service_is_used_as_forecast_where_use_does_not_depend_on_the_price() -> None:
    found = sized(toll(tariff=0.0, base_price=0.3))
    assert list(found.series("toll.volume_used")[1:4]) == pytest.approx([0, 1000, 1000])


def test_use_ramps_up_by_year_of_operation_and_the_last_share_holds() -> None:
    found = sized(toll(ramp_up_profile=[0.6, 0.8, 0.95, 1.0]))
    assert list(found.series("toll.revenue")[2:7]) == pytest.approx([180, 240, 285, 300, 300])


def test_a_period_across_two_years_of_operation_has_a_part_of_each_share() -> None:
    """Completion after eighteen months: each period has half of one year of operation and half of the next."""
    found = sized(toll(ramp_up_profile=[0.6, 0.8, 1.0]) | {"timing.construction_months": 18})
    assert list(found.series("toll.use_reached")[:5]) == pytest.approx([0, 0.6, 0.7, 0.9, 1])
    assert list(found.series("toll.revenue")[:4]) == pytest.approx([0, 90, 210, 270])


def test_without_a_profile_use_follows_the_ramp_up_of_the_project() -> None:
    found = sized(toll() | {"timing.ramp_up_months": 12, "timing.ramp_up_start": 0.5})
    assert list(found.series("toll.revenue")[2:4]) == pytest.approx([225, 300])


def test_what_leaks_is_used_and_not_paid_for() -> None:
    found = sized(toll(leakage=0.05))
    assert found.series("toll.volume_used")[2] == pytest.approx(1000)
    assert found.series("toll.revenue")[2] == pytest.approx(285)


def test_contracted_use_is_paid_for_whether_taken_or_not() -> None:
    terms = toll(contracted_volume=1000.0, take_or_pay=0.9)
    assert sized(terms).series("toll.revenue")[2] == pytest.approx(300)
    found = held(terms, {"revenue": {"toll": {**terms["revenue"]["toll"], "volume_factor": 0.5}}})
    assert found.series("toll.volume_used")[2] == pytest.approx(500)
    assert list(found.series("toll.revenue")) == pytest.approx([0, 0, *[270] * 8, 0])


def test_nothing_is_used_or_paid_for_before_completion() -> None:
    found = held(toll(contracted_volume=1000.0), {**toll(contracted_volume=1000.0), "timing.delay_months": 6})
    assert list(found.series("toll.revenue")[:4]) == pytest.approx([0, 0, 150, 300])
