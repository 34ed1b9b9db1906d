"""Time since planned completion: a delay does not move it, and operation ends it."""

import pytest

from tests.model.small_case import held, sized

PLOTS = {"revenue.plots": {"type": "land_lease", "area": 10.0, "rent": 0.5}}


def test_what_is_planned_counts_by_months_from_planned_completion_to_the_end_of_operation() -> None:
    found = sized(PLOTS | {"timing.construction_months": 18})
    assert list(found.series("plots.planned_years")) == pytest.approx([0, 0.5, *[1] * 7, 0.5, 0])


def test_a_delay_does_not_move_what_is_planned() -> None:
    found = held(PLOTS, {"timing.delay_months": 6})
    assert list(found.series("plots.planned_years")[1:4]) == pytest.approx([0, 1, 1])
    assert list(found.series("plots.area_planned")[1:4]) == pytest.approx([0, 10, 20])
