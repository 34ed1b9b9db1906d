"""Development rights: sold at auction, never above what floor area can bear, nor more than the supply; some fail."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import held, sized

TOWERS = {
    "offered": {"by_year": {2027: 0.0, 2029: 100.0, 2031: 50.0, 2032: 0.0}}, "floor_area_gain": 1.2,
    "auction_price": 0.3, "sale_price": 1.0, "build_cost": 0.5, "margin": 0.2,
}  # fmt: skip
"""A unit of floor area leaves 1.0 × 80 % − 0.5 = 0.3 for land, so a certificate of 1.2 units is worth 0.36."""


def rights(**terms: Any) -> dict[str, Any]:
    return {"land": {"development_rights": {"towers": TOWERS | terms}}}


def auctioned(**terms: Any) -> Batch:
    return sized(rights(**terms))


def test_certificates_sell_at_the_auction_s_price_while_they_are_worth_it() -> None:
    found = auctioned(sold_share=0.6, collection=0.9)
    assert found.series("towers.price_ceiling")[0] == pytest.approx(0.36)
    assert list(found.series("towers.certificates_sold")[1:6]) == pytest.approx([0, 60, 60, 0 + 30, 0])
    assert found.series("towers.captured")[2] == pytest.approx(60 * 0.3 * 0.9)
    assert found.lines["towers.sold_of_offered"][0] == pytest.approx(0.6)


def test_nobody_pays_more_than_floor_area_leaves_for_land() -> None:
    assert auctioned(auction_price=0.5).series("towers.certificate_price")[0] == pytest.approx(0.36)
    assert auctioned(build_cost=0.7).series("towers.certificate_price")[0] == pytest.approx(0.12)
    assert auctioned(build_cost={"by_year": {2027: 0.5, 2030: 0.9}}).series("towers.captured")[3] == 0


def test_an_auction_whose_least_price_is_above_the_worth_fails() -> None:
    found = auctioned(minimum_price={"by_year": {2027: 0.2, 2030: 0.4}})
    assert list(found.series("towers.certificates_sold")[2:5]) == pytest.approx([100, 0, 0])
    assert auctioned(minimum_price=0.33).series("towers.certificate_price")[2] == pytest.approx(0.33)


def test_the_supply_is_never_exceeded() -> None:
    found = auctioned(supply=130.0)
    assert list(found.series("towers.certificates_sold")[2:6]) == pytest.approx([100, 30, 0, 0])
    half = auctioned(supply=130.0, sold_share=0.5)
    assert list(half.series("towers.certificates_offered")[2:5]) == pytest.approx([100, 80, 40])
    assert list(half.series("towers.sold_so_far")[2:6]) == pytest.approx([50, 90, 110, 110])


def test_a_failed_auction_is_a_scenario_of_one_figure() -> None:
    failed = held(rights(), rights(sold_share=0.0))
    assert failed.lines["towers.captured_total"][0] == 0
