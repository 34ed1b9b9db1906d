"""Covered parity: the forward follows the two interest rates, and stays as it was agreed."""

from typing import Any

import pytest

from tests.model.small_case import held, sized

PARITY: dict[str, Any] = {"spot": 500.0, "path": "forward", "domestic_rate": 0.15, "foreign_rate": 0.05}


def test_tenge_at_15_and_dollars_at_5_per_cent_price_in_nine_and_a_half_per_cent_a_year() -> None:
    found = sized({"currencies.usd": PARITY})
    assert found.series("usd.growth")[3] == pytest.approx(1.15 / 1.05)
    assert found.series("usd.growth")[3] - 1 == pytest.approx(0.0952, abs=5e-5)
    assert list(found.series("usd.forward_rate")[:2]) == pytest.approx([500 * 1.15 / 1.05, 500 * (1.15 / 1.05) ** 2])
    assert list(found.series("usd.rate")) == pytest.approx(list(found.series("usd.forward_rate")))


def test_money_lent_in_either_currency_grows_to_the_same_at_the_forward_rate() -> None:
    found = sized({"currencies.usd": PARITY, "timing.period": "half_year"})
    at_home, abroad = 1.15**2, 1.05**2 * found.series("usd.locked_level")[3]
    assert at_home == pytest.approx(abroad)


def test_a_shock_moves_the_rate_and_not_the_forward() -> None:
    found = sized({"currencies.usd": {**PARITY, "shock": 0.3}})
    assert found.series("usd.rate")[4] == pytest.approx(1.3 * found.series("usd.forward_rate")[4])


def test_interest_rates_that_turn_out_otherwise_do_not_move_a_forward_that_is_agreed() -> None:
    found = held({"currencies.usd": PARITY}, {"currencies.usd.domestic_rate": 0.20})
    assert found.series("usd.locked_level")[0] == pytest.approx(1.15 / 1.05)
    assert found.series("usd.level")[0] == pytest.approx(1.20 / 1.05)


def test_a_forecast_of_its_own_may_stand_beside_the_forward() -> None:
    usd = {"spot": 500.0, "depreciation": 0.06, "domestic_rate": 0.15, "foreign_rate": 0.05}
    found = sized({"currencies.usd": usd})
    assert found.series("usd.level")[0] == pytest.approx(1.06)
    assert found.series("usd.locked_level")[0] == pytest.approx(1.15 / 1.05)
