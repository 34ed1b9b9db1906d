"""Land market: growth that comes anyway, evenly over time, whatever the length of a period."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized

BAND = {"upper": 400.0, "area": 100.0, "value": 2.0, "uplift": 0.2, "phase": 0.0}


def market(growth: Any, **timing: str) -> Batch:
    """One band of land worth 200, on a market that grows without the project."""
    terms = {"land": "station", "market_growth": growth, "capture_rate": 0.3, "bands": {"near": BAND}}
    return sized({"land": {"uplift": {"station": terms}}, **{f"timing.{key}": value for key, value in timing.items()}})


def test_the_level_is_that_of_the_end_of_each_period() -> None:
    assert list(market(0.05).series("station.market_level")[:2]) == pytest.approx([1.05, 1.05**2])
    halves = market(0.05, period="half_year").series("station.market_level")
    assert list(halves[:2]) == pytest.approx([1.05**0.5, 1.05])


def test_growth_that_comes_anyway_is_shown_and_none_of_it_is_captured() -> None:
    found = market({"by_year": {2027: 0.1, 2028: 0.0}})
    assert list(found.series("station.growth_total")[:3]) == pytest.approx([20, 0, 0])
    assert found.series("station.captured").sum() == 0
