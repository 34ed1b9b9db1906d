"""What the checks of parameters say."""

from math import inf, nan

from finmodel.analysis.draws.distribution import above_zero, finite, rising, three_points


def test_a_figure_that_is_no_number_is_named() -> None:
    assert finite(mean=nan, sd=inf, low=1.0) == ["mean is nan; give a number", "sd is inf; give a number"]


def test_zero_is_not_above_zero() -> None:
    assert above_zero("median", 0.0) == ["the median is 0; it must be above 0"]
    assert above_zero("median", 0.1) == []


def test_bounds_must_rise() -> None:
    assert rising(low=3.0, high=3.0) == ["low is 3 and high is 3; low must be below high"]
    assert rising(low=2.0, high=3.0) == []


def test_the_most_likely_value_may_stand_at_an_end_and_not_beyond() -> None:
    assert three_points(1.0, 1.0, 2.0) == three_points(1.0, 2.0, 2.0) == []
    assert three_points(1.0, 2.5, 2.0) == ["mode is 2.5; it must lie between low 1 and high 2"]
    assert three_points(2.0, 2.0, 1.0) == ["low is 2 and high is 1; low must be below high"]
