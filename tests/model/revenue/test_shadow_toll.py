"""Shadow toll: each band pays its rate for the traffic in it, and nothing is paid above the last."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized

BANDS = {
    "first": {"upper": 400.0, "rate": 0.5},
    "second": {"lower": 400.0, "upper": 1000.0, "rate": 0.2},
    "open": {"lower": 1200.0, "rate": 0.01},
}


def tolled(volume: Any, **terms: Any) -> Batch:
    """Traffic a year, in the bands 0–400 at 0.5, 400–1000 at 0.2, nothing to 1200, and 0.01 beyond."""
    road = {"type": "shadow_toll", "volume": volume, "bands": BANDS, **terms}
    return sized({"revenue.road": road, "indices": {"cpi": {"rate": 0.1}}})


def test_each_band_pays_for_the_traffic_in_it_and_for_none_outside() -> None:
    found = tolled({"by_year": {2027: 300.0, 2030: 700.0, 2031: 1100.0, 2032: 1500.0}})
    assert list(found.series("road_first.toll")[2:6]) == pytest.approx([150, 200, 200, 200])
    assert list(found.series("road_second.toll")[2:6]) == pytest.approx([0, 60, 120, 120])
    assert list(found.series("road_open.toll")[2:6]) == pytest.approx([0, 0, 0, 3])
    assert list(found.series("road.revenue")[1:6]) == pytest.approx([0, 150, 260, 320, 323])


def test_rates_are_indexed_and_the_authority_pays() -> None:
    found = tolled(700.0, indexation={"cpi": 1.0}, growth=0.0)
    assert found.series("road.revenue")[2] == pytest.approx(260 * 1.21)
    assert found.series("party_authority.paid")[2] == pytest.approx(300 + 260 * 1.21)


def test_bands_count_for_the_part_of_a_year_in_operation_and_traffic_ramps_up() -> None:
    road = {"type": "shadow_toll", "volume": 700.0, "bands": BANDS, "ramp_up_profile": [0.5, 1.0]}
    found = sized({"revenue.road": road, "timing.period": "half_year"})
    assert list(found.series("road.revenue")[3:7]) == pytest.approx([0, 87.5, 87.5, 130])
