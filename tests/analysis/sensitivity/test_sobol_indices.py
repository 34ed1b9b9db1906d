"""Sobol's indices are those known in closed form: Ishigami's function, Sobol's g function, sums and products."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from finmodel.analysis.sensitivity.sobol_indices import Estimates, estimated, saltelli_points, whole_points
from finmodel.analysis.sensitivity.sobol_points import sobol_points

Array = NDArray[np.float64]


def indices(function: Callable[[Array], Array], inputs: int, points: int = 4096, seed: int = 1) -> Estimates:
    found = estimated(function(saltelli_points(sobol_points(points, 2 * inputs, seed))), points, seed=seed)
    assert found is not None
    return found


def ishigami(x: Array) -> Array:
    """Ishigami and Homma (1990), a = 7, b = 0.1, inputs uniform from −π to π."""
    x = np.pi * (2 * x - 1)
    found: Array = np.sin(x[0]) + 7 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0])
    return found


def test_the_indices_of_ishigami_s_function_are_those_in_closed_form() -> None:
    a, b = 7.0, 0.1
    variance = a**2 / 8 + b * np.pi**4 / 5 + b**2 * np.pi**8 / 18 + 0.5
    alone = [0.5 * (1 + b * np.pi**4 / 5) ** 2, a**2 / 8, 0.0]
    both = b**2 * np.pi**8 * (1 / 18 - 1 / 50)
    found = indices(ishigami, 3, points=2**14)
    assert [each.value for each in found.first] == pytest.approx([v / variance for v in alone], abs=0.01)
    total = [alone[0] + both, alone[1], both]
    assert [each.value for each in found.total] == pytest.approx([v / variance for v in total], abs=0.01)
    assert found.mean == pytest.approx(a / 2, abs=0.01)
    assert found.deviation == pytest.approx(np.sqrt(variance), rel=0.01)


def test_the_indices_of_sobol_s_g_function_are_those_in_closed_form() -> None:
    a = np.array([0.0, 1.0, 4.5, 9.0, 99.0])

    def g(x: Array) -> Array:
        found: Array = np.prod((np.abs(4 * x - 2) + a[:, np.newaxis]) / (1 + a[:, np.newaxis]), axis=0)
        return found

    alone = 1 / (3 * (1 + a) ** 2)
    variance = np.prod(1 + alone) - 1
    found = indices(g, 5)
    assert [each.value for each in found.first] == pytest.approx(alone / variance, abs=0.01)
    total = alone * np.prod(1 + alone) / (1 + alone) / variance
    assert [each.value for each in found.total] == pytest.approx(total, abs=0.01)


def test_in_a_sum_every_input_has_its_own_variance_and_nothing_more() -> None:
    found = indices(lambda x: 3 * x[0] + 4 * x[1] + 1000, 2, points=1024)
    assert [each.value for each in found.first] == pytest.approx([0.36, 0.64], abs=0.01)
    assert [each.value for each in found.total] == pytest.approx([0.36, 0.64], abs=0.01)


def test_in_a_product_around_nothing_no_input_does_anything_alone() -> None:
    found = indices(lambda x: (x[0] - 0.5) * (x[1] - 0.5), 2, points=1024)
    assert [each.value for each in found.first] == pytest.approx([0, 0], abs=0.02)
    assert [each.value for each in found.total] == pytest.approx([1, 1], abs=0.02)


def test_bounds_hold_the_index_and_draw_near_with_more_points() -> None:
    few, many = indices(ishigami, 3, points=256), indices(ishigami, 3)
    for each in (*few.first, *few.total, *many.first, *many.total):
        assert each.between[0] <= each.value <= each.between[1]
    width = [found.first[1].between[1] - found.first[1].between[0] for found in (few, many)]
    assert width[0] / width[1] == pytest.approx(4, rel=0.5)


def test_the_same_seed_gives_the_same_bounds() -> None:
    assert indices(ishigami, 3, 256) == indices(ishigami, 3, 256)


def test_what_never_changes_has_no_indices() -> None:
    assert estimated(np.full(5 * 64, 3.0), 64, seed=1) is None


def test_a_point_is_whole_if_every_run_of_it_has_a_value() -> None:
    values = np.zeros(4 * 8)
    values[[3, 8 + 5, 24 + 5]] = np.nan
    assert whole_points(values, 8).tolist() == [True, True, True, False, True, False, True, True]
