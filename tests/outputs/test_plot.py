"""The frame of a chart: ticks are round, values find their height, labels keep apart."""

import itertools
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finmodel.outputs.plot import Box, Level, Plot, Series, legend, ticks
from finmodel.outputs.svg import Drawing

SVG = "{http://www.w3.org/2000/svg}"
BOX = Box(100, 50, 400, 200)


def words(drawing: Drawing) -> list[ET.Element]:
    return ET.fromstring(str(drawing.markup("k", "t", "d"))).findall(f"{SVG}text")  # noqa: S314


def paths(drawing: Drawing) -> list[str]:
    root = ET.fromstring(str(drawing.markup("k", "t", "d")))  # noqa: S314
    return [element.attrib["d"] for element in root.findall(f"{SVG}path")]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 100, [0, 20, 40, 60, 80, 100]),
        (0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (-30, 90, [-50, -25, 0, 25, 50, 75, 100]),
        (1.05, 1.38, [1.0, 1.1, 1.2, 1.3, 1.4]),
    ],
)
def test_ticks_are_round(low: float, high: float, expected: list[float]) -> None:
    assert ticks(low, high) == pytest.approx(expected, abs=1e-9)


@given(st.floats(-1e9, 1e9), st.floats(0.001, 1e9))
def test_ticks_enclose_every_value_and_are_few(low: float, span: float) -> None:
    found = ticks(low, low + span)
    slack = abs(low) * 1e-9 + span * 1e-6
    assert found[0] <= low + slack
    assert found[-1] >= low + span - slack
    assert 2 <= len(found) <= 9


def test_the_lowest_tick_is_at_the_bottom_and_the_highest_at_the_top() -> None:
    plot = Plot(Drawing(600, 300), BOX, 4, 0, 100)
    assert (plot.y(0), plot.y(100)) == (250, 50)
    assert (plot.x(0), plot.x(3)) == (150, 450)


def test_axis_labels_never_touch() -> None:
    drawing = Drawing(600, 300)
    Plot(drawing, BOX, 40, 0, 1).axis([str(2027 + i) for i in range(40)])
    shown = [float(word.attrib["x"]) for word in words(drawing)]
    assert len(shown) < 40
    assert min(b - a for a, b in itertools.pairwise(shown)) >= 30


def test_a_curve_has_a_gap_where_there_is_no_value() -> None:
    drawing = Drawing(600, 300)
    Plot(drawing, BOX, 5, 0, 10).curve(Series("s", [1.0, 2.0, None, 3.0, 4.0]))
    lines = list(paths(drawing))
    assert len(set(lines)) == 2


def test_names_of_close_levels_move_apart() -> None:
    drawing = Drawing(600, 300)
    Plot(drawing, BOX, 4, 1.0, 2.0).levels([Level("Lock-up", 1.10, "ochre"), Level("Default", 1.09, "pink")])
    heights = [float(word.attrib["y"]) for word in words(drawing)]
    assert heights[1] - heights[0] >= 14


def test_a_legend_wraps_before_the_edge_of_the_drawing() -> None:
    drawing = Drawing(300, 100)
    height = legend(drawing, [(f"A rather long name {i}", "blue", "bar") for i in range(4)], 0, 0)
    rows = {word.attrib["y"] for word in words(drawing)}
    assert len(rows) > 1
    assert height >= 20 * len(rows)
    assert all(float(word.attrib["x"]) < 300 for word in words(drawing))


def test_no_entries_need_no_room() -> None:
    assert legend(Drawing(300, 100), [], 0, 0) == 0.0
