"""Correlations that hold together are told from those that do not, and the nearest that do are proposed."""

import numpy as np
import pytest

from finmodel.analysis.draws.correlation import nearest_correlation, pearson, spearman
from finmodel.inputs.uncertainty_correlations import (
    correlation_matrix,
    holds_together,
    nearest_in_digits,
    nearest_together,
    pearson_of_rank,
)

CONTRADICTION = correlation_matrix("abc", {("a", "b"): 0.9, ("b", "c"): 0.9, ("a", "c"): -0.9})
"""Two that go with a third cannot go against each other."""


def test_a_matrix_has_what_is_stated_and_0_for_the_rest() -> None:
    assert correlation_matrix("abc", {("c", "a"): 0.4}) == [[1, 0, 0.4], [0, 1, 0], [0.4, 0, 1]]


def test_ranks_of_normal_numbers_correlate_a_little_less_than_the_numbers() -> None:
    assert pearson_of_rank(0.5) == pytest.approx(0.517638, abs=1e-6)
    assert pearson_of_rank(1.0) == pytest.approx(1.0)


def test_what_can_hold_is_told_from_what_cannot() -> None:
    assert holds_together(correlation_matrix("abc", {("a", "b"): 0.9, ("b", "c"): 0.9, ("a", "c"): 0.8}))
    assert not holds_together(CONTRADICTION)


def test_the_nearest_that_hold_are_those_of_the_method_of_higham() -> None:
    near = nearest_together(CONTRADICTION)
    assert holds_together(near)
    expected = spearman(nearest_correlation(pearson(np.array(CONTRADICTION))))
    np.testing.assert_allclose(np.array(near), expected, atol=2e-3)


def test_what_holds_already_is_hardly_moved() -> None:
    holding = correlation_matrix("abcd", {("a", "b"): 0.5, ("c", "d"): -0.3})
    np.testing.assert_allclose(np.array(nearest_together(holding)), np.array(holding), atol=1e-6)


def test_what_is_proposed_can_be_used_as_it_is_written() -> None:
    written = nearest_in_digits(CONTRADICTION)
    assert holds_together(written)
    assert written == [[round(rank, 2) for rank in row] for row in written]
    np.testing.assert_allclose(np.array(written), np.array(nearest_together(CONTRADICTION)), atol=0.02)
