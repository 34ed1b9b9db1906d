"""Correlations of ranks: recovered, checked, and made possible."""

from math import pi, sin, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import kstest, spearmanr

from finmodel.analysis.draws.correlation import (
    Copula,
    correlation_matrix,
    correlation_troubles,
    lower_factor,
    nearest_correlation,
    nearest_possible,
    pearson,
    spearman,
)
from finmodel.analysis.draws.sequences import Sampling, draws
from tests.sizes import drawn

NAMES = ("capex", "demand", "fx")
PAIRS = {("capex", "fx"): 0.6, ("demand", "fx"): -0.4}


@pytest.mark.parametrize("sampling", Sampling)
def test_rank_correlations_are_recovered_and_margins_stay_uniform(sampling: Sampling) -> None:
    independent = draws(sampling, seed=7, names=NAMES, scenarios=16384).uniforms(0, 16384)
    matrix = correlation_matrix(NAMES, PAIRS)
    found = Copula.of(matrix).uniforms(independent)
    assert spearmanr(found.T).statistic == pytest.approx(matrix, abs=4 / sqrt(16384))
    assert all(kstest(row, "uniform").pvalue > 1e-3 for row in found)


@settings(max_examples=drawn(100), deadline=None)
@given(st.integers(1, 99))
def test_correlated_numbers_are_the_same_bit_for_bit_however_split(cut: int) -> None:
    independent = draws(Sampling.RANDOM, seed=7, names=NAMES, scenarios=100).uniforms(0, 100)
    copula = Copula.of(correlation_matrix(NAMES, PAIRS))
    parts = [copula.uniforms(independent[:, :cut]), copula.uniforms(independent[:, cut:])]
    assert np.array_equal(np.concatenate(parts, axis=1), copula.uniforms(independent))


def test_figures_that_go_wholly_together_have_the_same_ranks_and_opposite_ones_mirrored_ranks() -> None:
    independent = draws(Sampling.RANDOM, seed=7, names=NAMES, scenarios=50).uniforms(0, 50)
    pairs = {("capex", "demand"): 1.0, ("capex", "fx"): -1.0, ("demand", "fx"): -1.0}
    assert correlation_troubles(NAMES, pairs) == []
    capex, demand, fx = Copula.of(correlation_matrix(NAMES, pairs)).uniforms(independent)
    assert demand == pytest.approx(capex)
    assert fx == pytest.approx(1 - capex)


def test_normal_numbers_are_correlated_a_little_more_than_their_ranks() -> None:
    normals = pearson(correlation_matrix(NAMES, PAIRS))
    assert normals[0, 2] == pytest.approx(2 * sin(pi * 0.6 / 6))
    assert spearman(normals) == pytest.approx(correlation_matrix(NAMES, PAIRS))


def test_the_nearest_correlation_matrix_is_that_of_higham() -> None:
    """N. Higham, IMA J. Numer. Anal. 22 (2002), section 4: 0.7607 and 0.1573."""
    found = nearest_correlation(np.array([[1.0, 1.0, 0.0], [1.0, 1.0, 1.0], [0.0, 1.0, 1.0]]))
    assert found == pytest.approx(np.array([[1, 0.7607, 0.1573], [0.7607, 1, 0.7607], [0.1573, 0.7607, 1]]), abs=1e-4)


def test_correlations_that_contradict_each_other_are_named_with_the_nearest_that_do_not() -> None:
    pairs = {("capex", "demand"): 0.9, ("demand", "fx"): 0.9, ("capex", "fx"): -0.9}
    (message,) = correlation_troubles(NAMES, pairs)
    assert message.startswith("these correlations cannot all hold at once (the matrix is not positive semi-definite)")
    for pair in ("capex and demand 0.4", "demand and fx 0.4", "capex and fx -0.4"):
        assert pair in message
    assert "instead of -0.9" in message


def test_what_is_advised_can_hold() -> None:
    matrix = correlation_matrix(NAMES, {("capex", "demand"): 0.9, ("demand", "fx"): 0.9, ("capex", "fx"): -0.9})
    nearest = nearest_possible(matrix)
    advised = {(NAMES[b], NAMES[a]): float(nearest[a, b]) for a in range(3) for b in range(a)}
    assert correlation_troubles(NAMES, advised) == []


def test_wrong_pairs_are_said_all_at_once() -> None:
    pairs = {("capex", "rain"): 0.2, ("fx", "fx"): 1.0, ("capex", "fx"): 1.2, ("fx", "capex"): 0.3}
    assert correlation_troubles(NAMES, pairs) == [
        "the correlation of capex and rain: there is no rain; the names are capex, demand, fx",
        "the correlation of fx and fx: a figure's correlation with itself is 1; leave it out",
        "the correlation of capex and fx is 1.2; it must lie between -1 and 1",
        "the correlation of capex and fx is given twice, as 1.2 and as 0.3; give it once",
    ]


@settings(max_examples=drawn(100), deadline=None)
@given(st.integers(1, 6), st.integers(0, 1000))
def test_a_factor_times_its_transpose_is_the_matrix_even_without_full_rank(rank: int, seed: int) -> None:
    half = np.random.default_rng(seed).normal(size=(6, rank))
    matrix = half @ half.T
    factor = lower_factor(matrix)
    assert np.array_equal(factor, np.tril(factor))
    assert factor @ factor.T == pytest.approx(matrix, abs=1e-5)
