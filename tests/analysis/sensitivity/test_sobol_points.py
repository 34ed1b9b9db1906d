"""Sobol's points fill the unit cube evenly, and are the same for the same seed."""

import numpy as np
import pytest

from finmodel.analysis.sensitivity.sobol_points import sobol_points


def test_the_same_seed_gives_the_same_points_and_another_seed_others() -> None:
    first, again, other = sobol_points(64, 4, 7), sobol_points(64, 4, 7), sobol_points(64, 4, 8)
    assert (first == again).all()
    assert not (first == other).any()
    assert first.shape == (64, 4)


def test_every_half_of_every_axis_has_half_of_the_points() -> None:
    points = sobol_points(256, 5, 1)
    for cells in (2, 16, 256):
        counts = [np.bincount((axis * cells).astype(int), minlength=cells) for axis in points.T]
        assert (np.array(counts) == 256 // cells).all()


def test_a_number_that_is_no_power_of_two_is_refused() -> None:
    with pytest.raises(ValueError, match="no power of two"):
        sobol_points(100, 2, 1)
