"""The index of an overnight rate compounds it each calendar day, whatever the length of a period."""

import pytest

from tests.model.bonds.small_bonds import alone

TONIA = {"type": "rate_path", "rate": 0.15}


def test_over_a_year_the_index_compounds_every_day() -> None:
    lines = alone({"curves.tonia": TONIA})
    assert lines.series("tonia.level_closing")[1] == pytest.approx((1 + 0.15 / 365) ** 366)


def test_another_day_count_grows_by_its_own_days() -> None:
    lines = alone({"curves.tonia": TONIA | {"days_a_year": 360}})
    assert lines.series("tonia.level_closing")[0] == pytest.approx((1 + 0.15 / 360) ** 184)


def test_the_length_of_periods_does_not_matter() -> None:
    coupon = {"curves.tonia": TONIA, "bonds.green.coupon": {"type": "floating", "curve": "tonia"}}
    totals = [
        alone({**coupon, "issuance.period": period}).series("green.interest").sum() for period in ("half_year", "month")
    ]
    assert totals[0] == pytest.approx(totals[1])
