"""What is priced on the day of settlement: payments to come, accrued interest, the time to each."""

import pytest

from tests.model.bonds.small_bonds import alone


def test_what_is_paid_on_the_day_of_settlement_is_the_sellers() -> None:
    lines = alone({"bonds.green.trades": {"one": {"settlement_date": "2027-09-18", "yield_rate": 0.15}}})
    assert lines.series("green_one.payment") == pytest.approx([0, 0, *[7.5] * 8, 107.5])
    assert lines.value("green_one.accrued") == 0
    assert lines.value("green_one.clean_price") == pytest.approx(100)


def test_interest_accrues_from_the_coupon_date_before() -> None:
    """From 18 September to 18 November 2027 are 60 days of 180; the next coupon is a third of a year away."""
    lines = alone({"bonds.green.trades": {"one": {"settlement_date": "2027-11-18", "yield_rate": 0.15}}})
    assert lines.value("green_one.accrued") == pytest.approx(2.5)
    assert lines.series("green_one.years_to_payment")[2] == pytest.approx(1 / 3)
    assert lines.value("green_one.dirty_price") == pytest.approx(100 * 1.075 ** (1 / 3))


def test_prices_are_for_100_of_what_is_still_outstanding() -> None:
    terms = {
        "redemption": {"profile": "amortising"},
        "trades": {"one": {"settlement_date": "2029-03-18", "yield_rate": 0.15}},
    }
    lines = alone({f"bonds.green.{key}": value for key, value in terms.items()})
    assert lines.value("green_one.face_priced") == pytest.approx(600)
    assert lines.value("green_one.clean_price") == pytest.approx(100)
    assert lines.value("green_one.average_life") == pytest.approx((0.5 + 3) / 2)
