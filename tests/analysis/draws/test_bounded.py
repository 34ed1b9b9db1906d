"""Uniform, triangular and PERT distributions against their closed forms."""

from math import sqrt

import pytest

from finmodel.analysis.draws.bounded import Pert, Triangular, Uniform


def test_a_uniform_distribution() -> None:
    one = Uniform(2.0, 6.0)
    assert (one.mean, one.sd) == pytest.approx((4.0, 4 / sqrt(12)))
    assert one.quantile([0.25, 0.5]) == pytest.approx([3.0, 4.0])
    assert (one.cumulative(0.0), one.cumulative(3.0), one.cumulative(9.0)) == (0.0, 0.25, 1.0)


def test_a_triangular_distribution() -> None:
    one = Triangular(0.0, 1.0, 4.0)
    assert (one.mean, one.sd) == pytest.approx((5 / 3, sqrt((0 + 1 + 16 - 0 - 0 - 4) / 18)))
    assert one.cumulative(1.0) == pytest.approx(1 / 4)
    assert one.quantile([1 / 4, 1 - 1 / 12]) == pytest.approx([1.0, 3.0])  # above the mode: 1 − (4 − x)² ÷ 12


def test_a_pert_distribution_is_a_beta_distribution() -> None:
    one = Pert(0.0, 0.5, 1.0)  # beta(3, 3): distribution function 10x³ − 15x⁴ + 6x⁵
    assert (one.mean, one.sd) == pytest.approx((0.5, sqrt(1 / 28)))
    assert one.cumulative(0.3) == pytest.approx(10 * 0.3**3 - 15 * 0.3**4 + 6 * 0.3**5)
    assert one.quantile(one.cumulative(0.3)) == pytest.approx(0.3)


def test_the_weight_of_the_mode_pulls_the_mean_of_a_pert_distribution() -> None:
    assert Pert(0.0, 1.0, 4.0).mean == pytest.approx((0 + 4 * 1 + 4) / 6)
    assert Pert(0.0, 1.0, 4.0, weight=10.0).mean == pytest.approx((0 + 10 * 1 + 4) / 12)


def test_bad_parameters_are_said_all_at_once() -> None:
    assert Uniform(2.0, 1.0).troubles() == ["low is 2 and high is 1; low must be below high"]
    assert Triangular(0.0, 5.0, 4.0).troubles() == ["mode is 5; it must lie between low 0 and high 4"]
    assert Pert(0.0, 5.0, 4.0, weight=0.0).troubles() == [
        "mode is 5; it must lie between low 0 and high 4",
        "the weight of the mode (lambda) is 0; it must be above 0",
    ]
