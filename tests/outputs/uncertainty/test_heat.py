"""Cells of a heat table are washed by their distance from the case."""

import pytest

from finmodel.outputs.uncertainty.heat import wash

VALUES = [4.0, 7.0, 10.0, 11.0, 13.0, None]


@pytest.mark.parametrize(
    ("value", "told"),
    [(10.0, ""), (11.0, "more-1"), (13.0, "more-2"), (7.0, "less-2"), (4.0, "less-3"), (None, "none")],
)
def test_the_farther_from_the_case_the_stronger(value: float | None, told: str) -> None:
    assert wash(value, 10.0, VALUES) == told


def test_without_a_base_or_without_a_difference_nothing_is_washed() -> None:
    assert wash(4.0, None, VALUES) == ""
    assert wash(10.0, 10.0, [10.0, 10.0]) == ""
