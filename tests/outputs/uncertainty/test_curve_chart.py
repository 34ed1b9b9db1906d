"""Curves stand over a scale of values, break where there is no value, and marks name themselves apart."""

import pytest

from finmodel.outputs.uncertainty.curve_chart import Across, Line, Mark, curve_chart
from tests.outputs.drawn import CAPTION, dots, number, overlaps, paths, words

LINE = Line("Equity IRR", [0.0, 5.0, 10.0], [0.0, 0.5, 1.0], "violet")
MARKS = [Mark("Hurdle of equity: 8.0", 8.0), Mark("In the case: 8.1", 8.1, "blue"), Mark("Low: 0.2", 0.2, "green")]


def test_a_curve_rises_from_left_to_right_in_proportion() -> None:
    picture = curve_chart(CAPTION, [LINE], Across("Return", number), number, ends=(0.0, 1.0))
    (path,) = [path for path in paths(picture, "violet", "2.5") if len(path) == 3]
    (x1, y1), (x2, y2), (x3, y3) = path
    assert x2 - x1 == pytest.approx(x3 - x2, abs=0.2)
    assert y1 - y2 == pytest.approx(y2 - y3, abs=0.2)
    assert y3 < y1


def test_marks_close_to_each_other_have_names_that_do_not_touch() -> None:
    picture = curve_chart(CAPTION, [LINE], Across("Return", number, MARKS), number, ends=(0.0, 1.0))
    assert {mark.label for mark in MARKS} <= set(words(picture))
    assert overlaps(picture) == []


def test_no_name_of_a_mark_is_crossed_by_the_line_of_one_to_its_left() -> None:
    picture = curve_chart(CAPTION, [LINE], Across("Return", number, MARKS), number, ends=(0.0, 1.0))
    ((_, hurdle), _), ((_, case), _) = paths(picture, "orange", "1.5")[0], paths(picture, "blue", "1.5")[0]
    assert case < hurdle


def test_a_curve_breaks_where_there_is_no_value_and_a_lone_value_is_a_dot() -> None:
    gap = Line("Move", [-1.0, 0.0, 0.5, 1.0], [1.0, 2.0, None, 3.0], "green")
    picture = curve_chart(CAPTION, [gap], Across("Place", number, exact=True), number)
    assert len([path for path in paths(picture, "green", "2.5") if path[0][0] > 60]) == 1
    assert len(dots(picture, "green")) == 1
