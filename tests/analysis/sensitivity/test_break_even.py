"""Break-even levels are the roots of the closed form: one, several, none, already there, at a jump, or whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from finmodel.analysis.sensitivity.break_even import Question, answers, first_levels
from finmodel.sensitivities import BreakEven, Measured, Move
from tests.analysis.sensitivity.closed_form import MONTHS, PRICE, VOLUME, deal, measured

WIDE = replace(PRICE, low=0.0, high=3.0)


def asked(line: str, relation: str, target: float, move: Move = WIDE, base: float | None = None) -> BreakEven:
    about: Measured = measured(line) if base is None else replace(measured(line), base=base)
    question = Question(about, relation, target, move)
    run = deal(move)
    (found,) = answers(run, [question], [run.run(first_levels(run.moves, question))])
    return found


def test_a_straight_line_has_one_level_and_it_is_exact() -> None:
    found = asked("plane", "equals", 125)
    (crossing,) = found.crossings
    assert (found.answer, crossing.holds, crossing.jumps) == ("found", "here", False)
    assert crossing.level == pytest.approx(115 / 90, abs=1e-12)
    assert crossing.figures == {"revenue.price": pytest.approx(115 / 3)}
    assert crossing.value == pytest.approx(125, abs=1e-9)


def test_a_curve_that_is_not_straight_is_found_as_exactly() -> None:
    (crossing,) = asked("rate", "equals", 0.1).crossings
    price = crossing.figures["revenue.price"]
    years = [365 / 365, 731 / 365, 1096 / 365]
    assert -100 + sum(price * 1.1**-year for year in years) == pytest.approx(0, abs=1e-7)


def test_all_crossings_are_named_and_the_nearest_to_the_case_comes_first() -> None:
    found = asked("parabola", "equals", 0)
    assert [crossing.level for crossing in found.crossings] == pytest.approx([2 / 3, 5 / 3], abs=1e-9)


def test_levels_on_the_first_look_itself_are_found_once() -> None:
    found = asked("plane", "equals", 100 + 45)
    assert [crossing.level for crossing in found.crossings] == [1.5]


def test_what_is_already_so_is_said_and_where_it_ends() -> None:
    found = asked("parabola", "below", 0)
    assert found.answer == "already"
    assert [(c.holds, round(c.level, 6)) for c in found.crossings] == [("above", 0.666667), ("below", 1.666667)]
    assert asked("plane", "equals", 100).answer == "already"


def test_above_and_below_hold_at_the_level_named() -> None:
    (found,) = asked("plane", "above", 145).crossings
    assert (found.holds, found.before) == ("above", None)
    assert found.level == pytest.approx(1.5)
    assert (found.value or 0) > 145
    (found,) = asked("plane", "below", 55).crossings
    assert (found.holds, round(found.level, 9)) == ("below", 0.5)


def test_what_is_never_reached_says_what_is() -> None:
    found = asked("plane", "equals", 500)
    assert (found.answer, found.crossings, found.lowest, found.highest, found.looked_at) == ("never", [], 10, 280, 97)


def test_a_jump_past_the_target_is_said_with_both_sides() -> None:
    (found,) = asked("step", "equals", 0.4).crossings
    assert found.jumps
    assert found.level == pytest.approx(10 / 9, abs=1e-9)
    assert (found.value, found.value_before) == (1, 0)
    assert found.before is not None
    assert found.before < found.level


def test_levels_without_a_value_are_counted_and_not_crossed() -> None:
    found = asked("cover", "equals", 45)
    assert found.answer == "never"
    assert found.blanks == sum(30 * level >= 40 for level in (3 * n / 96 for n in range(97)))
    assert found.reason == "Price < 40 does not hold."
    assert [crossing.level for crossing in asked("cover", "equals", 36).crossings] == pytest.approx([1.2])


def test_whole_levels_are_all_looked_at_and_the_first_that_holds_is_named() -> None:
    found = asked("late", "lock_up", 0, MONTHS)
    (crossing,) = found.crossings
    assert (found.answer, found.looked_at) == ("found", 13)
    assert (crossing.level, crossing.before, crossing.holds, crossing.jumps) == (7, 6, "above", False)


def test_whole_levels_that_pass_between_two_name_both() -> None:
    (crossing,) = asked("plane", "equals", 145, MONTHS).crossings
    assert (crossing.level, crossing.value, crossing.before, crossing.value_before) == (5, 150, 4, 140)
    (crossing,) = asked("plane", "equals", 140, MONTHS).crossings
    assert (crossing.level, crossing.before) == (4, None)


def test_of_very_many_whole_levels_the_one_is_found_in_closer_looks() -> None:
    days = replace(VOLUME, way="to", low=0.0, high=100_000.0, base=5.0, whole=True)
    found = asked("product", "above", 30 * 54_321, days)
    (crossing,) = found.crossings
    assert (found.looked_at, crossing.level, crossing.before) == (98, 54_322, 54_321)


def test_what_has_begun_in_the_case_is_already_so() -> None:
    late = replace(MONTHS, base=9.0)
    assert asked("late", "default", 0, late, base=1.0).answer == "already"


def test_many_questions_share_their_rounds() -> None:
    run = deal(WIDE, VOLUME, MONTHS)
    questions = [
        Question(measured("plane"), "equals", 125, WIDE),
        Question(measured("product"), "equals", 133, VOLUME),
        Question(measured("late"), "lock_up", 0, MONTHS),
    ]
    looks = [run.run(first_levels(run.moves, question)) for question in questions]
    before = run.computed
    found = answers(run, questions, looks)
    assert [each.crossings[0].level for each in found] == pytest.approx([115 / 90, 133 / 30 - 5, 7])
    assert run.computed - before < 400
