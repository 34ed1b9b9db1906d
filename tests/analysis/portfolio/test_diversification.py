"""Diversification: equal independent deals in closed form, deals that are one and the same, and hedges."""

import numpy as np
import pytest

from finmodel.analysis.portfolio.diversification import diversified, spread_of


@pytest.mark.parametrize("count", [4, 9, 25])
def test_equal_independent_deals_vary_by_one_over_the_root_of_their_number(count: int) -> None:
    deals = np.random.default_rng(7).normal(100, 10, (count, 40_000))
    found = diversified(deals, seed=1)
    alone, at_risk = found.alone_together
    assert found.pool.deviation / alone == pytest.approx(count**-0.5, rel=0.02)
    assert found.pool.value_at_risk / at_risk == pytest.approx(count**-0.5, rel=0.03)
    assert found.independent.deviation / alone == pytest.approx(count**-0.5, rel=0.02)
    assert found.as_one.deviation / alone == pytest.approx(1, rel=0.01)


def test_deals_that_are_one_and_the_same_are_not_diversified_by_pooling_them() -> None:
    deal = np.random.default_rng(2).lognormal(0, 1, 20_000)
    found = diversified(np.stack([deal, deal, 2 * deal]), seed=3)
    alone, at_risk = found.alone_together
    assert found.pool.deviation == pytest.approx(alone)
    assert found.pool.value_at_risk == pytest.approx(at_risk)
    assert found.as_one.shortfall == pytest.approx(found.pool.shortfall)
    assert found.independent.deviation == pytest.approx(deal.std(ddof=1) * 6**0.5, rel=0.05)


def test_values_at_risk_of_deals_as_one_add_up_whatever_their_distribution() -> None:
    rng = np.random.default_rng(4)
    found = diversified(np.stack([rng.exponential(3, 5000), rng.uniform(0, 9, 5000), rng.normal(0, 2, 5000)]), seed=0)
    assert found.as_one.value_at_risk == pytest.approx(found.alone_together[1])


def test_deals_that_offset_each_other_leave_nothing() -> None:
    deal = np.random.default_rng(6).normal(0, 1, 1000)
    assert diversified(np.stack([deal, -deal]), seed=0).pool.deviation == pytest.approx(0, abs=1e-12)


def test_the_spread_of_a_normal_value_is_that_of_the_tables() -> None:
    found = spread_of(np.random.default_rng(8).normal(50, 10, 200_000))
    assert found.mean == pytest.approx(50, abs=0.1)
    assert found.deviation == pytest.approx(10, rel=0.01)
    assert found.value_at_risk == pytest.approx(16.449, rel=0.02)
    assert found.shortfall == pytest.approx(20.627, rel=0.02)


def test_the_order_that_makes_deals_independent_follows_the_seed() -> None:
    deals = np.random.default_rng(9).normal(0, 1, (3, 100))
    assert diversified(deals, 5).independent == diversified(deals, 5).independent
    assert diversified(deals, 5).independent != diversified(deals, 6).independent
