"""A bridge leads from the first result to the last, each cause from where the one before ends."""

import pytest

from finmodel.outputs.charts import Bar
from finmodel.outputs.uncertainty.waterfall_chart import Bridge, waterfall_chart
from tests.outputs.drawn import CAPTION, dots, number, overlaps, rects, words

BRIDGE = Bridge(
    Bar("Base case", 15.0, "15.0", total=True),
    [Bar("Tariff", 3.0, "+3.0"), Bar("Construction cost", -5.0, "−5.0")],
    Bar("Downside", 13.0, "13.0", total=True),
)
PICTURE = waterfall_chart(CAPTION, BRIDGE, number)


def test_each_cause_begins_where_the_one_before_ends() -> None:
    (up,), (down,) = rects(PICTURE, "green"), rects(PICTURE, "orange")
    start, end = dots(PICTURE, "blue")
    assert up["x"] == pytest.approx(start[0], abs=0.2)
    assert up["x"] + up["width"] == pytest.approx(down["x"] + down["width"], abs=0.2)
    assert down["x"] == pytest.approx(end[0], abs=0.2)


def test_small_causes_of_a_large_result_are_still_seen() -> None:
    small = waterfall_chart(CAPTION, Bridge(Bar("A", 1000, "1000", total=True), [Bar("x", 1, "+1")],
                                            Bar("B", 1001, "1001", total=True)), number)  # fmt: skip
    assert rects(small, "green")[0]["width"] > 100


def test_no_words_touch() -> None:
    assert {"+3.0", "−5.0", "15.0", "13.0"} <= set(words(PICTURE))
    assert overlaps(PICTURE) == []
