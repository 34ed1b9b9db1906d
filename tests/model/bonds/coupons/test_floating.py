"""Floating coupons by hand: compounded from the index, or the rate of the first day, with margin, floor and cap."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.bonds.small_bonds import alone

TONIA = {"type": "rate_path", "rate": {"by_period": [0.16] * 2 + [0.12] * 9}}


def floating(**terms: Any) -> Batch:
    coupon = {"type": "floating", "curve": "tonia", **terms}
    return alone({"curves.tonia": TONIA, "bonds.green.coupon": coupon, "bonds.green.day_count": "act_365"})


def test_interest_is_what_a_tenge_earns_overnight_and_the_margin() -> None:
    """From 18 March to 18 September 2027 are 184 days, all at 16 %."""
    lines = floating(margin=0.02)
    earned = (1 + 0.16 / 365) ** 184 - 1
    assert lines.series("green.interest")[1] == pytest.approx(1000 * (earned + 0.02 * 184 / 365))


def test_a_coupon_period_over_a_change_of_the_rate_compounds_both() -> None:
    """Periods begin in March and September: the rate falls on 1 March 2028, 17 days before the second coupon."""
    lines = floating()
    earned = (1 + 0.16 / 365) ** (182 - 17) * (1 + 0.12 / 365) ** 17 - 1
    assert lines.series("green.interest")[2] == pytest.approx(1000 * earned)


def test_the_rate_of_the_first_day_is_known_in_advance() -> None:
    lines = floating(fixing="in_advance", margin=0.01)
    assert lines.series("green.rate")[1:5] == pytest.approx([0.17, 0.17, 0.13, 0.13])


def test_a_coupon_stays_within_floor_and_cap() -> None:
    lines = floating(fixing="in_advance", floor=0.13, cap=0.15)
    assert lines.series("green.rate")[1:5] == pytest.approx([0.15, 0.15, 0.13, 0.13])


def test_an_index_of_360_days_quotes_its_rate_for_as_many() -> None:
    tonia = {"curves.tonia": {"type": "rate_path", "rate": 0.16, "days_a_year": 360}}
    coupon = {"bonds.green.coupon": {"type": "floating", "curve": "tonia"}, "bonds.green.day_count": "act_360"}
    lines = alone({**tonia, **coupon})
    assert lines.series("green.interest")[1] == pytest.approx(1000 * ((1 + 0.16 / 360) ** 184 - 1))
    assert lines.series("green.rate")[1] == pytest.approx(((1 + 0.16 / 360) ** 184 - 1) * 360 / 184)
