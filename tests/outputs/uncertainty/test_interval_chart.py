"""Intervals in rows share one scale; the middle is a dot, or a bar from zero with whiskers."""

import pytest

from finmodel.outputs.uncertainty.interval_chart import Interval, IntervalRow, interval_chart
from tests.outputs.drawn import CAPTION, dots, number, overlaps, paths, rects, words

ROWS = [
    IntervalRow("Sponsors", [Interval(-40.0, -10.0, 20.0, "−10 (−40 … +20)")]),
    IntervalRow("Senior lenders of the project", [Interval(0.0, 10.0, 20.0, "+10 (0 … +20)")], bold=True),
]
PICTURE = interval_chart(CAPTION, ROWS, [("Mean and P5 to P95", "blue")], number)


def test_an_interval_reaches_from_its_low_to_its_high_value_with_the_middle_between() -> None:
    (sponsors, _), (first, _) = paths(PICTURE, "blue", "3"), dots(PICTURE, "blue")
    (low, _), (high, _) = sponsors
    assert first[0] == pytest.approx((low + high) / 2, abs=0.2)


def test_all_rows_share_one_scale() -> None:
    wide, narrow = (path[1][0] - path[0][0] for path in paths(PICTURE, "blue", "3"))
    assert wide / narrow == pytest.approx(3, abs=0.02)


def test_two_kinds_stand_below_each_other_as_bars_from_zero() -> None:
    row = IntervalRow("Tariff", [Interval(0.3, 0.4, 0.5, "0.40"), Interval(0.6, 0.8, 0.9, "0.80")])
    picture = interval_chart(CAPTION, [row], [("First", "blue"), ("Total", "ochre")], number, bars=True)
    (first,), (total,) = rects(picture, "blue"), rects(picture, "ochre")
    assert total["width"] / first["width"] == pytest.approx(2, abs=0.02)
    assert first["y"] + first["height"] < total["y"]
    assert overlaps(picture) == []


def test_every_row_is_named_and_told() -> None:
    assert {"Sponsors", "−10 (−40 … +20)"} <= set(words(PICTURE))
    assert overlaps(PICTURE) == []
