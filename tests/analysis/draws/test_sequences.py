"""Three ways to spread scenarios, each of which can be made in parts."""

from collections import Counter
from itertools import pairwise
from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finmodel.analysis.draws.sequences import Sampling, draws
from tests.sizes import drawn

NAMES = ("capex", "demand", "fx")


def made(sampling: Sampling, scenarios: int, seed: int = 7) -> np.ndarray:
    return draws(sampling, seed=seed, names=NAMES, scenarios=scenarios).uniforms(0, scenarios)


@settings(max_examples=drawn(100), deadline=None)
@given(st.sampled_from(Sampling), st.lists(st.integers(0, 9000), min_size=2, max_size=5).map(sorted), st.randoms())
def test_scenarios_are_the_same_bit_for_bit_however_they_are_split_and_in_whatever_order(
    sampling: Sampling, cuts: list[int], random: np.random.Generator
) -> None:
    whole = draws(sampling, seed=7, names=NAMES, scenarios=9000).uniforms(cuts[0], cuts[-1])
    parts = list(pairwise(cuts))
    random.shuffle(parts)
    worker = draws(sampling, seed=7, names=NAMES, scenarios=9000)
    for low, high in parts:
        assert np.array_equal(worker.uniforms(low, high), whole[:, low - cuts[0] : high - cuts[0]])


@pytest.mark.parametrize("sampling", Sampling)
@pytest.mark.parametrize("scenarios", [1, 2, 3, 17, 4096, 5000])
def test_numbers_lie_strictly_between_0_and_1(sampling: Sampling, scenarios: int) -> None:
    found = made(sampling, scenarios)
    assert found.shape == (3, scenarios)
    assert found.min() > 0
    assert found.max() < 1


@pytest.mark.parametrize("sampling", Sampling)
def test_numbers_are_uniform_and_independent(sampling: Sampling) -> None:
    found = made(sampling, 8192)
    error = 4 / sqrt(8192)
    assert found.mean(axis=1) == pytest.approx(np.full(3, 1 / 2), abs=error / sqrt(12))
    assert (found**2).mean(axis=1) == pytest.approx(np.full(3, 1 / 3), abs=error * sqrt(4 / 45))
    assert np.corrcoef(found) == pytest.approx(np.eye(3), abs=error)


@pytest.mark.parametrize("scenarios", [1, 2, 3, 10, 63, 64, 65, 1000, 4097])
def test_a_latin_hypercube_has_one_scenario_in_each_stratum_of_each_variable(scenarios: int) -> None:
    strata = np.floor(made(Sampling.LATIN_HYPERCUBE, scenarios) * scenarios)
    assert np.array_equal(np.sort(strata, axis=1), np.tile(np.arange(scenarios), (3, 1)))


def test_all_orders_of_strata_are_as_likely() -> None:
    orders = Counter(
        tuple(np.argsort(draws(Sampling.LATIN_HYPERCUBE, seed=seed, names=["fx"], scenarios=4).uniforms(0, 4)[0]))
        for seed in range(480)
    )
    assert len(orders) == 24
    assert sum((count - 20) ** 2 / 20 for count in orders.values()) < 49.7  # χ² with 23 degrees of freedom, 99.9 %


def test_sobol_points_have_one_in_each_stratum_and_one_in_each_cell_of_two_variables() -> None:
    found = made(Sampling.SOBOL, 8192)
    assert np.array_equal(np.sort(np.floor(found * 8192), axis=1), np.tile(np.arange(8192), (3, 1)))
    cells = Counter(map(tuple, np.floor(found[:2, :64] * 8).T.astype(int)))
    assert set(cells.values()) == {1}


def test_sobol_points_integrate_a_smooth_function_far_better_than_random_ones() -> None:
    exact = (np.e - 1) ** 3
    errors = {each: abs(np.exp(made(each, 4096).sum(axis=0)).mean() - exact) for each in Sampling}
    assert errors[Sampling.SOBOL] < errors[Sampling.RANDOM] / 30


def test_scrambles_of_many_seeds_are_right_on_average() -> None:
    points = [made(Sampling.SOBOL, 8, seed)[:, 3] for seed in range(200)]
    assert np.mean(points, axis=0) == pytest.approx(np.full(3, 0.5), abs=4 / sqrt(12 * 200))


@pytest.mark.parametrize("sampling", [Sampling.RANDOM, Sampling.LATIN_HYPERCUBE])
def test_another_variable_changes_none_of_those_that_are_there(sampling: Sampling) -> None:
    more = draws(sampling, seed=7, names=("delay", *NAMES), scenarios=100).uniforms(0, 100)
    assert np.array_equal(more[1:], made(sampling, 100))


@pytest.mark.parametrize("sampling", Sampling)
def test_a_variable_after_the_others_changes_none_of_them(sampling: Sampling) -> None:
    more = draws(sampling, seed=7, names=(*NAMES, "delay"), scenarios=100).uniforms(0, 100)
    assert np.array_equal(more[:3], made(sampling, 100))


@pytest.mark.parametrize("sampling", Sampling)
def test_no_variables_are_no_numbers(sampling: Sampling) -> None:
    assert draws(sampling, seed=7, names=(), scenarios=10).uniforms(0, 10).shape == (0, 10)
