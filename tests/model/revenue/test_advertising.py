"""Advertising: screens, slots, share sold and impressions at a price, less the commission; and the city's share."""

from typing import Any

import pytest

from tests.model.small_case import sized

SCREENS = {
    "type": "advertising",
    "screens": {"by_year": {2027: 0.0, 2029: 100.0, 2030: 200.0}},
    "slots": 6.0,
    "fill": 0.5,
    "impressions": 250_000.0,
    "price_per_thousand": 0.004,
    "agency": 0.15,
}


def screens(**terms: Any) -> dict[str, Any]:
    """100 screens × 6 slots × 50 % × 250 thousand × 0.004 = 300 for advertisers, 255 for the company."""
    return {"revenue": {"screens": {**SCREENS, **terms}}, "indices": {"cpi": {"rate": 0.1}}}


def test_revenue_is_slots_sold_times_impressions_in_thousands_times_price_less_commission() -> None:
    found = sized(screens())
    assert list(found.series("screens.slots_sold")[1:4]) == pytest.approx([0, 300, 600])
    assert list(found.series("screens.thousands_shown")[1:4]) == pytest.approx([0, 75_000, 150_000])
    assert list(found.series("screens.gross")[1:4]) == pytest.approx([0, 300, 600])
    assert list(found.series("screens.revenue")[1:4]) == pytest.approx([0, 255, 510])
    assert found.series("party_advertisers.paid") == pytest.approx(found.series("screens.received"))


def test_the_price_may_be_indexed_and_a_half_year_shows_half_as_much() -> None:
    found = sized(screens(indexation={"cpi": 1.0}) | {"timing.period": "half_year"})
    assert list(found.series("screens.revenue")[3:6]) == pytest.approx([0, 127.5 * 1.21, 127.5 * 1.21])


def test_the_citys_minimum_is_owed_when_screens_stay_empty() -> None:
    """Half of 255 is more than a minimum of 100; half of 51 is less."""
    agreed = {"revenue_shares": {"city": {"streams": ["screens"], "share": 0.5, "minimum": 100.0}}}
    full = {"screens": 100.0}
    assert sized(screens(**full) | agreed).series("city.cost")[3] == pytest.approx(127.5)
    empty = sized(screens(**full, fill=0.1) | agreed | {"facilities.senior.sizing": {"amount": 1.0, "dscr": 1.3}})
    assert empty.series("screens.revenue")[3] == pytest.approx(51)
    assert empty.series("city.cost")[3] == pytest.approx(100)
    assert empty.series("operating_arrears")[3] > 0
