"""A tornado draws each end of a move from the result of the case, and no bar hides another."""

import pytest

from finmodel.outputs.uncertainty.tornado_chart import End, TornadoRow, tornado_chart
from tests.outputs.drawn import CAPTION, number, overlaps, rects, words

ROWS = [
    TornadoRow("Construction cost", "−10% to +20%", End(14.0, "14.0"), End(4.0, "4.0")),
    TornadoRow("Delay", "0 to 12 months", End(10.0, "10.0"), End(7.0, "7.0")),
]
PICTURE = tornado_chart(CAPTION, ROWS, End(10.0, "Case: 10.0"), ("Low end", "High end"), number)


def test_bars_are_as_long_as_the_changes_and_begin_at_the_case() -> None:
    (cheap, still), (dear, late) = rects(PICTURE, "orange"), rects(PICTURE, "blue")
    assert dear["width"] / cheap["width"] == pytest.approx(6 / 4, abs=0.01)
    assert late["width"] / dear["width"] == pytest.approx(0.5, abs=0.01)
    assert cheap["x"] == pytest.approx(dear["x"] + dear["width"], abs=0.1)
    assert still["width"] == 1


def test_both_bars_of_a_move_are_seen_even_where_they_go_the_same_way() -> None:
    both = tornado_chart(
        CAPTION, [TornadoRow("Tariff", "", End(12.0, "12"), End(15.0, "15"))], End(10.0, "10"), ("l", "h"), number
    )
    (low,), (high,) = rects(both, "orange"), rects(both, "blue")
    assert low["y"] + low["height"] <= high["y"]


def test_every_value_is_written_and_no_words_touch() -> None:
    assert {"14.0", "4.0", "7.0", "Case: 10.0", "−10% to +20%"} <= set(words(PICTURE))
    assert overlaps(PICTURE) == []


def test_an_end_without_a_value_is_said_and_not_drawn() -> None:
    picture = tornado_chart(
        CAPTION, [TornadoRow("Tariff", "", End(None, "n/a"), End(15.0, "15.0"))], End(10.0, "10"), ("l", "h"), number
    )
    assert rects(picture, "orange") == []
    assert "n/a" in words(picture)
