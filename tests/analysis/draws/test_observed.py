"""Discrete distributions, percentiles and observations against sums by hand."""

from math import sqrt

import numpy as np
import pytest

from finmodel.analysis.draws.observed import Discrete, Percentiles, empirical, resampled


def test_a_discrete_distribution_takes_its_values_with_their_probabilities() -> None:
    one = Discrete((10.0, 0.0), (0.3, 0.7))
    assert one.quantile([0.1, 0.6999, 0.7001, 0.999]).tolist() == [0.0, 0.0, 10.0, 10.0]
    assert (one.mean, one.sd) == pytest.approx((3.0, 10 * sqrt(0.3 * 0.7)))
    assert (one.cumulative(-1.0), one.cumulative(0.0), one.cumulative(10.0)) == pytest.approx((0.0, 0.7, 1.0))


def test_interpolated_observations_have_the_percentiles_of_a_spreadsheet() -> None:
    values = [3.0, 1.0, 4.0, 1.5, 9.0]
    ranks = [0.05, 0.3, 0.5, 0.95]
    assert empirical(values).quantile(ranks) == pytest.approx(np.percentile(values, [5, 30, 50, 95]))


def test_lines_between_percentiles_are_uniform_distributions() -> None:
    one = Percentiles((0.0, 2.0, 8.0), (0.0, 0.5, 1.0))
    assert one.mean == pytest.approx(0.5 * 1 + 0.5 * 5)
    assert one.sd == pytest.approx(sqrt(0.5 * (4 / 3) + 0.5 * (4 + 16 + 64) / 3 - 9))


def test_observations_drawn_again_are_the_observations() -> None:
    one = resampled([3.0, 1.0, 4.0, 1.0])
    assert (one.mean, one.sd) == pytest.approx((2.25, np.std([3.0, 1.0, 4.0, 1.0])))
    assert set(one.quantile(np.linspace(0.01, 0.99, 50)).tolist()) == {1.0, 3.0, 4.0}


def test_bad_parameters_are_said() -> None:
    assert Discrete((1.0, 2.0), (0.5,)).troubles() == ["2 values have 1 probabilities; give each value its probability"]
    assert Discrete((1.0, 2.0), (0.5, 0.6)).troubles() == ["the probabilities add to 1.1; they must add to 1"]
    assert Discrete((1.0, 2.0), (1.5, -0.5)).troubles() == ["a probability is 1.5; it must lie between 0 and 1"]
    assert "two or more values" in empirical([1.0]).troubles()[0]
    assert "nothing varies" in empirical([1.0, 1.0]).troubles()[0]
    assert resampled([]).troubles() != []


def test_percentiles_that_do_not_rise_are_refused() -> None:
    assert Percentiles((1.0, 3.0, 2.0), (0.1, 0.1, 1.0)).troubles() == [
        "the first probability must be 0 and the last 1, so that the lowest and highest value are known",
        "the probabilities must rise from one to the next",
        "the values must not fall as the probabilities rise",
    ]
