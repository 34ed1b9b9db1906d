"""Golden values of land: the auction of São Paulo in 2025, which sold at the least price and not all."""

import pytest

from tests.model.small_case import sized

FARIA_LIMA = {
    "offered": {"by_year": {2027: 0.0, 2029: 164_509.0, 2030: 0.0}},
    "floor_area_gain": 1.0,
    "sold_share": 94_811 / 164_509,
    "minimum_price": 0.017601,
    "auction_price": 0.017601,
    "sale_price": 0.05,
    "build_cost": 0.02,
    "margin": 0.2,
}
"""Certificates offered in August 2025 at a least price of 17,601 reals, in millions; nobody paid more."""


def test_the_auction_of_faria_lima_in_2025_sold_57_6_percent_for_1_67_billion() -> None:
    found = sized({"land": {"development_rights": {"faria_lima": FARIA_LIMA}}})
    assert found.lines["faria_lima.sold_of_offered"][0] == pytest.approx(0.576, abs=5e-4)
    assert found.lines["faria_lima.captured_total"][0] == pytest.approx(1668.8, abs=0.1)


def test_at_a_least_price_above_the_worth_of_floor_area_the_same_auction_sells_nothing() -> None:
    dear = FARIA_LIMA | {"build_cost": 0.03}
    assert sized({"land": {"development_rights": {"faria_lima": dear}}}).lines["faria_lima.captured_total"][0] == 0
