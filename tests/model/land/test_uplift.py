"""Uplift: area × value × uplift × phase, less what was anticipated and what is displaced, captured once."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized

NEAR = {
    "upper": 400.0,
    "area": 100.0,
    "value": 2.0,
    "uplift": 0.2,
    "phase": {"by_year": {2027: 0.0, 2029: 0.4, 2031: 1.0}},
}
FAR = {
    "lower": 400.0,
    "upper": 800.0,
    "area": 300.0,
    "value": 1.0,
    "uplift": 0.1,
    "phase": {"by_year": {2027: 0.0, 2030: 1.0}},
}


def captured(**terms: Any) -> Batch:
    """Two bands worth 200 and 300 at close: 40 and 30 of uplift before what is anticipated and displaced."""
    station = {"land": "station", "capture_rate": 0.3, "bands": {"near": NEAR, "far": FAR}, **terms}
    return sized({"land": {"uplift": {"station": station}}})


def test_each_band_follows_its_own_phase_and_is_captured_once() -> None:
    found = captured()
    assert list(found.series("station_near.net_uplift")[:6]) == pytest.approx([0, 0, 16, 0, 24, 0])
    assert list(found.series("station_far.net_uplift")[:6]) == pytest.approx([0, 0, 0, 30, 0, 0])
    assert list(found.series("station.captured")[:6]) == pytest.approx([0, 0, 4.8, 9, 7.2, 0])
    assert found.series("station.uplift_so_far")[-1] == pytest.approx(70)


def test_what_was_anticipated_and_what_is_displaced_are_no_uplift_of_the_city() -> None:
    found = captured(anticipated=0.2, displacement=0.1)
    assert list(found.series("station_near.uplift_shown")[2:5]) == pytest.approx([12.8, 0, 19.2])
    assert found.lines["station.captured_total"][0] == pytest.approx(70 * 0.8 * 0.9 * 0.3)


def test_uplift_is_a_share_of_the_value_as_the_market_would_have_it_and_the_market_s_own_growth_is_not_captured() -> (
    None
):
    found = captured(market_growth=0.05)
    assert found.series("station_near.net_uplift")[2] == pytest.approx(200 * 1.05**3 * 0.2 * 0.4)
    assert found.series("station.growth_total")[0] == pytest.approx(500 * 0.05)
    assert found.series("station.captured")[:2].sum() == 0


def test_what_is_not_collected_is_not_captured() -> None:
    assert captured(collection=0.5).lines["station.captured_total"][0] == pytest.approx(70 * 0.3 / 2)


def test_a_share_that_falls_in_a_scenario_undoes_nothing_and_is_not_captured_twice() -> None:
    back = {**NEAR, "phase": {"by_year": {2027: 0.0, 2029: 0.4, 2030: 0.4, 2031: 1.0}}}
    assert captured(bands={"near": back}).series("station.captured").sum() == pytest.approx(40 * 0.3)
