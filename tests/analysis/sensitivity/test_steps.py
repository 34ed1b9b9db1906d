"""Steps of a move go from end to end through the case, and whole figures take whole ones."""

from __future__ import annotations

import pytest

from finmodel.analysis.sensitivity.steps import at_base, levels_of, position
from finmodel.inputs.text import Text
from finmodel.sensitivities import Move
from finmodel.units import Unit


def move(low: float, high: float, base: float | None, *, whole: bool = False) -> Move:
    return Move("move", Text("Move"), ("figure",), "to", low, high, Unit.MONEY, base, whole)


@pytest.mark.parametrize(
    ("asked", "steps", "levels"),
    [
        (move(0.9, 1.1, 1), 5, [0.9, 0.95, 1, 1.05, 1.1]),
        (move(-0.1, 0.3, 0), 5, [-0.1, 0, 0.1, 0.2, 0.3]),
        (move(-0.3, 0.1, 0), 3, [-0.3, 0, 0.1]),
        (move(0, 12, 0, whole=True), 5, [0, 3, 6, 9, 12]),
        (move(0, 3, 0, whole=True), 7, [0, 1, 2, 3]),
        (move(10, 20, None), 3, [10, 15, 20]),
        (move(0.9, 1.1, 1), 2, [0.9, 1, 1.1]),
        (move(5, 6, 4), 3, [5, 5.5, 6]),
    ],
)
def test_levels_go_from_end_to_end_through_the_case(asked: Move, steps: int, levels: list[float]) -> None:
    assert levels_of(asked, steps) == pytest.approx(levels)


def test_a_position_is_a_share_of_the_way_to_the_end_on_its_side() -> None:
    lopsided = move(-0.1, 0.4, 0)
    assert [position(lopsided, level) for level in (-0.1, -0.05, 0, 0.1, 0.4)] == pytest.approx([-1, -0.5, 0, 0.25, 1])
    assert [position(move(0, 12, 0), level) for level in (0, 6, 12)] == [0, 0.5, 1]
    assert [position(move(10, 20, None), level) for level in (10, 15, 20)] == [-1, 0, 1]


def test_the_level_of_the_case_is_found_among_others() -> None:
    assert at_base(move(0.9, 1.1, 1), levels_of(move(0.9, 1.1, 1), 5)) == 2
    assert at_base(move(5, 6, 4), (5.0, 6.0)) is None
    assert at_base(move(5, 6, None), (5.0, 6.0)) is None
