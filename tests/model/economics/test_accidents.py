"""Accidents avoided: deaths and serious injuries at the value of a life; half of an uncontrolled claim counts."""

import pytest

from tests.model.small_case import sized

CRASHES = {"type": "accidents", "deaths": 30.0, "deaths_reduction": 0.40, "serious_injuries": 100.0,
           "serious_reduction": 0.20}  # fmt: skip
CLAIMED = (30 * 0.4 + 100 * 0.2 * 0.25) * 70 * 8


def test_a_claim_seen_before_and_after_counts_half() -> None:
    found = sized({"economics": {"gdp_per_person": 8.0, "benefits": {"crashes": CRASHES}}})
    assert found.series("crashes.claimed")[2] == pytest.approx(CLAIMED)
    assert found.series("crashes.economic_flow")[2] == pytest.approx(CLAIMED / 2)


def test_a_claim_against_a_control_group_may_count_whole() -> None:
    controlled = CRASHES | {"evidence": "controlled", "haircut": 0.0}
    found = sized({"economics": {"gdp_per_person": 8.0, "benefits": {"crashes": controlled}}})
    assert found.series("crashes.economic_flow")[2] == pytest.approx(CLAIMED)


def test_a_value_of_life_that_is_stated_is_used() -> None:
    found = sized({"economics": {"value_of_life": 100.0, "gdp_per_person": 8.0, "benefits": {"crashes": CRASHES}}})
    assert found.series("crashes.claimed")[2] == pytest.approx(17 * 100)
