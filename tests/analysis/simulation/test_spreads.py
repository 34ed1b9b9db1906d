"""Means, percentiles, shares and values at risk are those of closed forms, and their errors what repetition shows."""

import numpy as np
import pytest

from finmodel.analysis.simulation.spreads import percentile_error, share_error, spread_of, tail_mean

NORMAL = np.random.default_rng(3).standard_normal(40_000)


def test_a_spread_has_the_moments_and_percentiles_of_its_values() -> None:
    found = spread_of(np.array([1.0, 2.0, 3.0, 4.0, np.nan]))
    assert (found.count, found.blanks, found.mean, found.lowest, found.highest) == (4, 1, 2.5, 1, 4)
    assert found.deviation == pytest.approx(np.sqrt(5 / 3))
    assert found.mean_error == pytest.approx(np.sqrt(5 / 3) / 2)
    assert (found.percentiles[50], found.percentiles[25]) == (2.5, 1.75)


def test_nothing_has_no_spread() -> None:
    found = spread_of(np.array([np.nan]))
    assert (found.count, found.blanks, found.mean, found.percentiles[5]) == (0, 1, None, None)


def test_the_error_of_a_percentile_is_that_of_its_closed_form() -> None:
    ordered = np.sort(NORMAL)
    for share, density in ((0.05, 0.103136), (0.5, 0.398942), (0.95, 0.103136)):
        expected = np.sqrt(share * (1 - share) / ordered.size) / density
        assert percentile_error(ordered, share) == pytest.approx(expected, rel=0.25)


def test_a_percentile_that_draws_do_not_reach_has_no_error() -> None:
    assert percentile_error(np.arange(20.0), 0.01) is None


def test_a_share_has_the_error_of_a_binomial_and_never_none_at_all() -> None:
    assert share_error(0.5, 100) == pytest.approx(0.05)
    for share in (0.0, 1.0):
        assert share_error(share, 100) == pytest.approx(np.sqrt(2 / 104 * 102 / 104 / 104))
    assert share_error(0.5, 0) is None


def test_value_at_risk_and_the_mean_beyond_it_are_those_of_the_normal_distribution() -> None:
    at_risk, conditional, error = tail_mean(NORMAL, 0.95)
    assert at_risk == pytest.approx(1.644854, abs=0.03)
    assert conditional == pytest.approx(2.062713, abs=0.04)
    # (σ²(tail) + 0.95 (CVaR − VaR)²) / (0.05 n), with the variance 0.1382 of a normal tail.
    assert error == pytest.approx(np.sqrt((0.1382 + 0.95 * 0.4179**2) / 2000), rel=0.1)


def test_a_loss_that_is_rarer_than_the_tail_fills_a_part_of_it() -> None:
    """100 in 3 % of scenarios: value at risk is 0, and the worst 5 % lose 60 on average, not 3."""
    losses = np.where(np.arange(1000) < 30, 100.0, 0.0)
    at_risk, conditional, error = tail_mean(losses, 0.95)
    assert (at_risk, conditional) == pytest.approx((0.0, 60.0))
    assert error == pytest.approx(100 * np.sqrt(0.03 * 0.97 / 1000) / 0.05, rel=1e-3)


def test_a_few_draws_have_the_mean_of_the_worst_and_no_error() -> None:
    _, conditional, error = tail_mean(np.arange(1.0, 21.0), 0.95)
    assert conditional == pytest.approx(20.0)
    assert error is None
