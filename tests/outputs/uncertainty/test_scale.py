"""A scale puts values between its edges and writes no number onto another."""

import pytest
from markupsafe import Markup

from finmodel.outputs.svg import Drawing, text_width
from finmodel.outputs.uncertainty.scale import LABELS, Scale, row_label, row_lines
from tests.outputs.drawn import number, overlaps, words


def grid(scale: Scale) -> Markup:
    drawing = Drawing(760, 100)
    scale.grid(drawing, 0, 60, number)
    return drawing.markup("key", "Title", "Description")


def test_values_stand_in_proportion_between_round_edges() -> None:
    scale = Scale(100, 400, [1.0, 9.0])
    assert (scale.low, scale.high) == (0, 10)
    assert [scale.x(value) for value in (0, 5, 10)] == [100, 300, 500]


def test_exact_edges_are_the_values_themselves() -> None:
    scale = Scale(100, 400, [1.0, 9.0], exact=True)
    assert [scale.x(value) for value in (1, 5, 9)] == [100, 300, 500]


def test_what_lies_beyond_an_edge_is_drawn_at_it() -> None:
    assert Scale(100, 400, [0.0, 10.0]).x(99) == 500


@pytest.mark.parametrize("width", [60.0, 400.0])
def test_numbers_of_a_grid_never_touch(width: float) -> None:
    picture = grid(Scale(300, width, [0.0, 123456.0]))
    assert overlaps(picture) == []
    assert words(picture)


def test_a_name_is_broken_to_fit_and_what_is_said_below_is_lesser() -> None:
    lines = row_lines("Availability payment of the authority for works", "× 0.9 to × 1.1")
    assert all(text_width(line) <= LABELS for line, _ in lines)
    assert lines[-1] == ("× 0.9 to × 1.1", True)


def test_the_lines_of_a_name_stand_around_the_middle_of_their_row() -> None:
    drawing = Drawing(760, 100)
    row_label(drawing, [("One", False), ("Two", True)], 50)
    picture = str(drawing.markup("key", "Title", "Description"))
    assert 'y="46.5"' in picture
    assert 'y="61.5"' in picture
