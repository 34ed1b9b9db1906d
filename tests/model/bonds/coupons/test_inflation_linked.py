"""Inflation-linked bonds by hand: principal and interest follow prices read three months before."""

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.bonds.small_bonds import alone


def linked(rate: float, **terms: object) -> Batch:
    cpi = {"type": "price_index", "rate": rate, "rate_before": 0.10}
    coupon = {"type": "inflation_linked", "curve": "cpi", "rate": 0.03, **terms}
    return alone({"curves.cpi": cpi, "bonds.green.coupon": coupon})


def test_whole_years_apart_prices_differ_by_the_yearly_rise() -> None:
    """Without a lag the ratio after five years is 1.08 to the fifth."""
    lines = linked(0.08, lag_months=0)
    assert lines.series("green.redemption")[-1] == pytest.approx(1000 * 1.08**5)
    assert lines.series("green.interest")[-1] == pytest.approx(15 * 1.08**5)


def test_with_a_lag_the_first_months_rise_as_prices_did_before() -> None:
    """From 18 December 2026 to 1 March 2027 at 10 %, then at 8 % up to 18 December 2031."""
    lines = linked(0.08)
    before, after = 2 + 14 / 31, 57 + 17 / 31
    assert lines.series("green.redemption")[-1] == pytest.approx(1000 * 1.1 ** (before / 12) * 1.08 ** (after / 12))


def test_what_is_owed_grows_with_prices_and_ends_at_nothing() -> None:
    lines = linked(0.08, lag_months=0)
    outstanding = lines.series("green.outstanding")
    assert outstanding[-1] == 0
    assert outstanding[2] / outstanding[0] == pytest.approx(1.08)
    by_period = lines.series("green.indexation")
    assert by_period.sum() == pytest.approx(1000 * (1.08**5 - 1))
    assert list(by_period[1:5]) == pytest.approx([outstanding[t] - outstanding[t - 1] for t in range(1, 5)])
    assert by_period[1] > 30


@pytest.mark.parametrize(("floor", "redeemed"), [(True, 1000.0), (False, 1000 * 0.99**5)])
def test_par_may_be_the_least_that_is_redeemed(floor: bool, redeemed: float) -> None:
    lines = linked(-0.01, lag_months=0, floor_at_par=floor)
    assert lines.series("green.redemption")[-1] == pytest.approx(redeemed)
    assert lines.series("green.interest")[-1] == pytest.approx(15 * 0.99**5)
