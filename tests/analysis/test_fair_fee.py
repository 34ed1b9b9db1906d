"""The fair fee of a guarantee against prices in closed form."""

from math import log, sqrt

import numpy as np
import pytest
from scipy.special import ndtr, ndtri

from finmodel.analysis.draws.processes import Process, dimensions, paths
from finmodel.analysis.draws.sequences import Sampling, draws
from finmodel.analysis.fair_fee import Guaranteed, fair_fee
from finmodel.risk_distributions import NO_EXPOSURE, RiskLoad

YEARS = np.arange(1.0, 11.0)
DISCOUNT = 1.06**-YEARS
FORECAST, FLOOR, VOLATILITY = 100.0, 80.0, 0.2
SCENARIOS = 40_000


def put(years: float) -> float:
    """Black's price of a put on a forward, not discounted: what a floor under lognormal revenue pays on average."""
    spread = VOLATILITY * sqrt(years)
    d1 = log(FORECAST / FLOOR) / spread + spread / 2
    return float(FLOOR * ndtr(spread - d1) - FORECAST * ndtr(-d1))


def topups() -> np.ndarray:
    names = dimensions("demand", len(YEARS))
    numbers = draws(Sampling.RANDOM, seed=7, names=names, scenarios=SCENARIOS).uniforms(0, SCENARIOS)
    (factors,) = paths([Process(VOLATILITY)], YEARS, np.asarray(ndtri(numbers))[np.newaxis])
    return np.asarray(np.maximum(FLOOR - FORECAST * factors, 0.0))


def guaranteed(**changes: object) -> Guaranteed:
    terms: dict[str, object] = {
        "discount_rate": 0.06,
        "discount": DISCOUNT,
        "years": np.ones(10),
        "exposure": np.full(10, FLOOR),
        "charged": np.full(10, 1.0),
        "cap": 200.0,
        "flow": True,
    }
    return Guaranteed(**(terms | changes))  # type: ignore[arg-type]


def test_the_fair_fee_of_a_revenue_guarantee_is_a_strip_of_puts() -> None:
    drawn = (topups() * DISCOUNT[:, np.newaxis]).sum(axis=0)
    fee = fair_fee(guaranteed(), drawn, np.zeros(SCENARIOS), RiskLoad())
    wanted = sum(put(year) * factor for year, factor in zip(YEARS, DISCOUNT, strict=True))
    assert fee.drawn_error is not None
    assert fee.amount == pytest.approx(wanted, abs=3 * fee.drawn_error)
    assert fee.drawn_error < 0.01 * wanted
    assert fee.a_year == pytest.approx(fee.amount / (FLOOR * DISCOUNT.sum()))
    assert fee.share_of_cap == pytest.approx(fee.amount / 200)
    assert (fee.charged, fee.charged_a_year) == pytest.approx((DISCOUNT.sum(), 1 / FLOOR))


def test_what_is_repaid_lowers_the_fee() -> None:
    drawn, recovered = np.array([0.0, 0.0, 10.0, 30.0]), np.array([0.0, 0.0, 4.0, 6.0])
    fee = fair_fee(guaranteed(), drawn, recovered, RiskLoad())
    assert (fee.drawn, fee.recovered, fee.amount) == pytest.approx((10.0, 2.5, 7.5))


def test_of_a_balance_the_rate_is_a_year() -> None:
    """A balance of 50 for ten half-years, of which the last five are not covered: two and a half years of 50."""
    balance = np.where(YEARS <= 5, 50.0, 0.0)
    halves = guaranteed(exposure=balance, years=np.full(10, 0.5), discount=np.ones(10), flow=False)
    fee = fair_fee(halves, np.full(4, 5.0), np.zeros(4), RiskLoad())
    assert fee.exposure == pytest.approx(125.0)
    assert fee.a_year == pytest.approx(5 / 125)


def test_a_load_by_standard_deviations() -> None:
    drawn = np.array([0.0, 0.0, 0.0, 40.0])
    fee = fair_fee(guaranteed(), drawn, np.zeros(4), RiskLoad("deviation", 0.25))
    assert fee.load == pytest.approx(0.25 * 20.0)
    assert fee.amount == pytest.approx(10 + 5.0)


def test_a_load_for_the_capital_behind_a_guarantee() -> None:
    """Nineteen scenarios in twenty nothing, one 100: expected 5, shortfall 100, so 95 of capital in every year."""
    drawn = np.zeros(100)
    drawn[:5] = 100.0
    fee = fair_fee(guaranteed(discount=np.ones(10)), drawn, np.zeros(100), RiskLoad("capital", 0.08))
    assert fee.shortfall == pytest.approx(100.0)
    assert fee.load == pytest.approx(0.08 * 95 * 10)


def test_without_anything_guaranteed_there_is_no_rate_and_a_reason() -> None:
    fee = fair_fee(guaranteed(exposure=np.zeros(10), cap=None), np.zeros(3), np.zeros(3), RiskLoad())
    assert (fee.a_year, fee.charged_a_year, fee.share_of_cap) == (None, None, None)
    assert fee.reason == NO_EXPOSURE
