"""Emissions avoided: tonnes at the price of carbon, those of construction taken off."""

import pytest

from tests.model.small_case import sized

CASE = {
    "emissions.fuel": {"without_project": {"quantity": 1e6, "factor": 2.0}, "construction_tonnes": 500.0},
    "carbon_prices.shadow": {"path": "given", "years": [2027], "prices": [30000.0]},
    "economics": {"benefits": {"carbon": {"type": "emissions", "avoided": "fuel", "carbon_price": "shadow"}}},
}


def test_tonnes_are_worth_the_price_of_carbon() -> None:
    found = sized(CASE)
    assert found.series("carbon.economic_flow")[2] == pytest.approx(2000 * 0.03)


def test_what_construction_emits_is_taken_off() -> None:
    assert sized(CASE).series("carbon.economic_flow")[0] == pytest.approx(-250 * 0.03)
