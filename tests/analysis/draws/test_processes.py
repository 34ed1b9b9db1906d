"""Paths of processes against their closed forms, over periods of any length."""

from math import exp, log, sqrt

import numpy as np
import pytest
from scipy.special import ndtri

from finmodel.analysis.draws.processes import On, Process, dimensions, paths
from finmodel.analysis.draws.sequences import Sampling, draws

YEARS = np.array([0.0, 0.25, 0.5, 1.0, 1.0, 3.0, 10.0, 25.0])
SCENARIOS = 20_000
ERROR = 4 / sqrt(SCENARIOS)


def normals(count: int, scenarios: int = SCENARIOS, periods: int = len(YEARS)) -> np.ndarray:
    names = [name for one in range(count) for name in dimensions(str(one), periods)]
    numbers = draws(Sampling.RANDOM, seed=7, names=names, scenarios=scenarios).uniforms(0, scenarios)
    return np.asarray(ndtri(numbers)).reshape(count, periods, scenarios)


def test_the_mean_of_a_gbm_is_the_base_path_and_its_median_is_below() -> None:
    (factors,) = paths([Process(0.15)], YEARS, normals(1))
    spread = np.sqrt(np.expm1(0.15**2 * YEARS))
    assert (np.abs(factors.mean(axis=1) - 1) <= ERROR * spread + 1e-12).all()
    assert np.median(factors, axis=1) == pytest.approx(np.exp(-(0.15**2) * YEARS / 2), rel=0.02)


def test_a_gbm_without_shocks_falls_short_of_its_mean_by_half_its_variance_exactly() -> None:
    quiet = paths([Process(0.3)], np.array([1.0, 4.0]), np.zeros((1, 2, 1)))[0]
    assert quiet[:, 0] == pytest.approx([exp(-(0.3**2) / 2), exp(-4 * 0.3**2 / 2)], rel=1e-14)


def test_logarithms_of_a_gbm_spread_with_the_root_of_time_and_their_steps_are_independent() -> None:
    (factors,) = paths([Process(0.15)], YEARS, normals(1))
    logs = np.log(factors)
    assert logs.std(axis=1) == pytest.approx(0.15 * np.sqrt(YEARS), rel=0.03)
    steps = np.diff(logs[[0, 3, 5, 7]], axis=0)
    assert np.corrcoef(steps) == pytest.approx(np.eye(3), abs=ERROR)


def test_a_rate_with_reversion_settles_at_its_stationary_spread() -> None:
    process = Process(0.02, reversion=0.5, on=On.LEVELS)
    (amounts,) = paths([process], YEARS, normals(1))
    wanted = 0.02 * np.sqrt((1 - np.exp(-YEARS)) / (2 * 0.5))
    assert amounts.std(axis=1) == pytest.approx(wanted, rel=0.03)
    assert (np.abs(amounts.mean(axis=1)) <= ERROR * wanted).all()
    assert float(process.variance(1e9)) == pytest.approx(0.02**2 / (2 * 0.5))


def test_what_is_left_of_a_deviation_falls_by_half_in_a_half_life() -> None:
    process = Process.with_half_life(0.02, 2.0, On.LEVELS)
    (amounts,) = paths([process], np.array([1.0, 3.0]), normals(1, periods=2))
    slope = np.cov(amounts)[0, 1] / amounts[0].var()
    assert slope == pytest.approx(0.5, abs=0.06)
    assert process.reversion == pytest.approx(log(2) / 2)


def test_a_factor_with_reversion_has_the_mean_of_the_base_path() -> None:
    (factors,) = paths([Process(0.3, reversion=0.4)], YEARS, normals(1))
    variance = 0.3**2 * -np.expm1(-0.8 * YEARS) / 0.8
    assert (np.abs(factors.mean(axis=1) - 1) <= ERROR * np.sqrt(np.expm1(variance)) + 1e-12).all()


@pytest.mark.parametrize("process", [Process(0.2), Process(0.2, 0.7, On.LEVELS)])
def test_the_spread_at_a_moment_does_not_depend_on_the_periods_before_it(process: Process) -> None:
    """Exact discretisation: steps of a month and one step of three years end with the same variance."""
    fine = np.linspace(0, 3, 37)
    left = np.exp(-process.reversion * np.diff(fine, prepend=0.0))
    variance = 0.0
    for step, kept in zip(np.diff(fine, prepend=0.0), left, strict=True):
        variance = variance * kept**2 + float(process.variance(step))
    assert variance == pytest.approx(float(process.variance(3.0)))


def test_correlated_processes_move_together_as_much_as_they_should() -> None:
    """Both with reversion of their own: the covariance is ρ σ₁ σ₂ (1 − e^(−(κ₁+κ₂)t)) ÷ (κ₁ + κ₂)."""
    pair = [Process(0.2, 0.1, On.LEVELS), Process(0.3, 2.0, On.LEVELS)]
    one, other = paths(pair, YEARS, normals(2), np.array([[1.0, 0.7], [0.7, 1.0]]))
    for place, t in enumerate(YEARS):
        wanted = 0.7 * 0.2 * 0.3 * (1 - exp(-2.1 * t)) / 2.1
        width = sqrt(float(pair[0].variance(t)) * float(pair[1].variance(t)))
        assert (one[place] * other[place]).mean() == pytest.approx(wanted, abs=ERROR * 1.5 * width + 1e-15)


def test_processes_that_go_wholly_together_are_one() -> None:
    one, other = paths([Process(0.1), Process(0.1)], YEARS, normals(2, 10), np.ones((2, 2)))
    assert one == pytest.approx(other)


def test_paths_are_the_same_bit_for_bit_however_split() -> None:
    numbers = normals(2, 100)
    pair = [Process(0.2, 0.1, On.LEVELS), Process(0.3)]
    correlation = np.array([[1.0, 0.7], [0.7, 1.0]])
    whole = paths(pair, YEARS, numbers, correlation)
    parts = [paths(pair, YEARS, numbers[:, :, cut], correlation) for cut in (slice(0, 37), slice(37, None))]
    for place in range(2):
        assert np.array_equal(np.concatenate([part[place] for part in parts], axis=1), whole[place])


def test_a_bad_process_says_so() -> None:
    assert Process(0.0, -1.0).troubles() == [
        "the volatility is 0; it must be above 0",
        "the reversion is -1 a year; it must be 0 or more",
    ]
    assert Process(0.1).troubles() == []
