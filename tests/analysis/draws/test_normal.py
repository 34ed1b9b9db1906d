"""Normal and lognormal distributions against their closed forms."""

from math import exp, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finmodel.analysis.draws.normal import Lognormal, LognormalByMean, Normal
from tests.sizes import drawn


def test_quantiles_of_the_normal_distribution_are_those_of_tables() -> None:
    assert Normal(100.0, 10.0).quantile([0.05, 0.5, 0.975]) == pytest.approx([83.551464, 100.0, 119.599640], abs=1e-6)


def test_mean_and_quantiles_of_a_lognormal_distribution() -> None:
    one = Lognormal(100.0, 0.25)
    assert one.mean == pytest.approx(100 * exp(0.25**2 / 2))
    assert one.sd == pytest.approx(one.mean * sqrt(exp(0.25**2) - 1))
    assert one.quantile([0.05, 0.5, 0.95]) == pytest.approx(
        [100 * exp(-0.25 * 1.6448536), 100, 100 * exp(0.25 * 1.6448536)]
    )


@settings(max_examples=drawn(100), deadline=None)
@given(st.floats(0.01, 1e6), st.floats(0.01, 3.0))
def test_both_ways_to_state_a_lognormal_distribution_agree(median: float, sigma: float) -> None:
    by_median = Lognormal(median, sigma)
    by_mean = LognormalByMean(by_median.mean, by_median.sd)
    ranks = np.array([0.01, 0.5, 0.99])
    assert by_mean.quantile(ranks) == pytest.approx(by_median.quantile(ranks))
    assert by_mean.by_median.mean == pytest.approx(by_mean.mean)
    assert by_mean.by_median.sd == pytest.approx(by_mean.sd)


def test_parts_of_the_normal_distribution_are_mills_ratios() -> None:
    share, first, second = Normal(5.0, 2.0).part(7.0, 1e9)
    density = exp(-0.5) / sqrt(2 * np.pi)
    assert (share, first, second) == pytest.approx((0.158655254, density, 0.158655254 + density))


def test_bad_parameters_are_said_and_not_computed_with() -> None:
    assert Normal(1.0, 0.0).troubles() == ["the standard deviation is 0; it must be above 0"]
    assert Lognormal(-1.0, -0.1).troubles() == [
        "the median is -1; it must be above 0",
        "the sigma is -0.1; it must be above 0",
    ]
    assert LognormalByMean(0.0, 1.0).troubles() == ["the mean is 0; it must be above 0"]
