"""Bars from zero go right where something grows and left where it falls."""

import pytest

from finmodel.outputs.charts import Bar
from finmodel.outputs.uncertainty.change_chart import change_chart
from tests.outputs.drawn import CAPTION, number, overlaps, rects, words

PICTURE = change_chart(CAPTION, [Bar("Tariff", 20.0, "+20"), Bar("Cost", -10.0, "−10")], number)


def test_lengths_follow_values_and_sides_follow_signs() -> None:
    (up,), (down,) = rects(PICTURE, "green"), rects(PICTURE, "orange")
    assert up["width"] / down["width"] == pytest.approx(2, abs=0.02)
    assert down["x"] + down["width"] == pytest.approx(up["x"], abs=0.2)


def test_names_and_values_are_written_apart() -> None:
    assert {"Tariff", "Cost", "+20", "−10"} <= set(words(PICTURE))
    assert overlaps(PICTURE) == []


def test_one_colour_can_be_had_for_all() -> None:
    assert len(rects(change_chart(CAPTION, [Bar("A", 1, "1"), Bar("B", -1, "−1")], number, "blue"), "blue")) == 2
