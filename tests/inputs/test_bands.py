"""Bands that overlap are told where the later one begins; those that touch are none of them."""

from math import inf

from finmodel.inputs.bands import overlaps, reach, upside_down
from finmodel.inputs.figure import Figure

OPEN, LOW, NEXT = (("open",), 90.0, inf), (("low",), 0.0, 50.0), (("next",), 50.0, 90.0)


def test_bands_that_touch_do_not_overlap_in_whatever_order_they_are_stated() -> None:
    assert list(overlaps([OPEN, LOW, NEXT])) == []


def test_a_band_that_begins_inside_another_is_told_with_its_neighbour() -> None:
    assert list(overlaps([LOW, (("b",), 40.0, 60.0)])) == [
        (("b", "lower"), "the band overlaps low", "begin it where low ends")
    ]


def test_a_band_without_an_upper_end_is_open_and_overlaps_all_above_it() -> None:
    assert reach(("a",), Figure(10.0), None) == (("a",), 10.0, inf)
    assert len(list(overlaps([reach(("a",), Figure(10.0), None), NEXT]))) == 1


def test_a_band_that_ends_where_it_begins_stands_on_its_head() -> None:
    ((_, what, _),) = upside_down(Figure(0.5), Figure(0.5), " of it")
    assert what == "the band ends at 0.5 of it and begins at 0.5"
    assert list(upside_down(Figure(0.5), Figure(0.6), "")) == list(upside_down(Figure(0.5), None, "")) == []
