"""What lies between bounds, scaled up to certainty."""

from math import exp, pi, sqrt

import numpy as np
import pytest

from finmodel.analysis.draws.normal import Lognormal, Normal
from finmodel.analysis.draws.observed import Discrete
from finmodel.analysis.draws.truncation import Truncated, truncated


def test_half_a_normal_distribution() -> None:
    half = truncated(Normal(0.0, 1.0), low=0.0)
    assert half.mean == pytest.approx(sqrt(2 / pi))
    assert half.sd == pytest.approx(sqrt(1 - 2 / pi))
    assert float(half.quantile(0.5)) == pytest.approx(0.674489750)
    assert half.cumulative(-1.0) == 0.0


def test_the_mean_of_a_lognormal_distribution_above_its_median() -> None:
    above = truncated(Lognormal(1.0, 1.0), low=1.0)
    assert above.mean == pytest.approx(exp(0.5) * 0.841344746 / 0.5)


def test_nothing_lies_beyond_the_bounds_and_the_bounds_are_reached() -> None:
    values = truncated(Normal(0.0, 1.0), -0.5, 2.0).quantile([1e-12, 0.5, 1 - 1e-12])
    assert values[[0, 2]] == pytest.approx([-0.5, 2.0], abs=1e-9)


def test_values_at_the_bounds_of_a_discrete_distribution_belong_to_it() -> None:
    inner = truncated(Discrete((1.0, 2.0, 3.0, 4.0), (0.25,) * 4), 2.0, 3.0)
    assert set(inner.quantile(np.linspace(0.001, 0.999, 99)).tolist()) == {2.0, 3.0}
    assert (inner.mean, inner.sd) == pytest.approx((2.5, 0.5))


def test_no_bounds_leave_a_distribution_as_it_is() -> None:
    assert truncated(Normal(0.0, 1.0)) == Normal(0.0, 1.0)


def test_bounds_with_nothing_between_them_are_refused() -> None:
    assert Truncated(Normal(0.0, 1.0), 2.0, 1.0).troubles() == ["the lower bound 2 must be below the upper bound 1"]
    assert "widen the bounds" in Truncated(Normal(0.0, 1.0), 40.0, 50.0).troubles()[0]
    assert Truncated(Normal(0.0, 0.0), 1.0, 2.0).troubles() == ["the standard deviation is 0; it must be above 0"]
