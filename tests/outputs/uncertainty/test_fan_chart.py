"""A fan draws its bands between the percentiles, breaks where there is none, and names its levels."""

from xml.etree import ElementTree as ET

from finmodel.outputs.plot import Level, Series
from finmodel.outputs.uncertainty.fan_chart import Band, FanLines, fan_chart
from tests.outputs.drawn import CAPTION, SVG, number, overlaps, parsed, paths, words

YEARS = ["2030", "2031", "2032", "2033"]
WIDE = Band("P5 to P95", [1.0, 1.0, None, 1.0], [3.0, 3.0, None, 3.0], 0.2)
HALF = Band("P25 to P75", [1.5, 1.5, None, 1.5], [2.5, 2.5, None, 2.5], 0.35)
MEDIAN = Series("Median", [2.0, 2.0, None, 2.0], "blue")
LEVELS = [Level("Lock-up 1.15x", 1.15, "ochre", "2 4"), Level("Default 1.05x", 1.05, "pink")]
PICTURE = fan_chart(CAPTION, YEARS, FanLines([WIDE, HALF], [MEDIAN], LEVELS), number)


def areas(opacity: str) -> list[ET.Element]:
    return [e for e in parsed(PICTURE).findall(f"{SVG}path") if e.attrib.get("fill-opacity") == opacity]


def test_a_band_is_one_shape_for_each_run_of_periods_and_one_in_the_legend() -> None:
    assert len(areas("0.2")) == 3


def test_edges_of_bands_are_lines_so_that_they_are_seen_on_every_paper() -> None:
    flat = [path for path in paths(PICTURE, "blue", "1") if len({y for _, y in path}) == 1 and len(path) == 2]
    assert len(flat) == 8


def test_the_wide_band_holds_the_narrow_one_and_that_the_median() -> None:
    edges = sorted(path[0][1] for path in paths(PICTURE, "blue", "1") if len(path) == 2)
    (median,) = [path for path in paths(PICTURE, "blue", "2.5") if len(path) == 2 and path[0][0] > 60]
    wide_top, half_top, half_bottom, wide_bottom = sorted(set(edges))
    assert wide_top < half_top < median[0][1] < half_bottom < wide_bottom


def test_levels_are_named_and_no_words_touch() -> None:
    assert {"Lock-up 1.15x", "Default 1.05x", "Median", "P5 to P95"} <= set(words(PICTURE))
    assert overlaps(PICTURE) == []


def test_what_is_above_the_cap_is_drawn_at_it() -> None:
    tall = Band("P5 to P95", [1.0, 1.0], [3.0, 40.0], 0.2)
    capped = fan_chart(CAPTION, YEARS[:2], FanLines([tall], [], cap=4.0), number)
    assert "5.0" not in words(capped)
    assert "4.0" in words(capped)
