"""The charts of a sensitivity draw what its records hold, the moves that matter first."""

from finmodel.outputs.uncertainty.sensitivity_figures import (
    sobol_figure,
    spider_figure,
    tornado_figure,
    two_way_heat,
)
from tests.outputs.drawn import overlaps, words
from tests.outputs.sensitivity.studied import studied, view

FOUND = studied()[1]


def test_a_tornado_names_every_move_that_changes_the_result_with_its_ends() -> None:
    figure = tornado_figure(view(), FOUND, FOUND.tornadoes[0], "table")
    assert figure is not None
    said = words(figure.picture)
    assert "Payment" in said
    assert any("× 0.2 to × 1.2" in word for word in said)
    assert overlaps(figure.picture) == []


def test_a_spider_has_a_line_for_each_move_that_matters_and_ends_that_are_named() -> None:
    figure = spider_figure(view(), FOUND, FOUND.spiders[0], "table")
    assert figure is not None
    assert {"Payment", "Low end", "Case", "High end"} <= set(words(figure.picture))
    assert overlaps(figure.picture) == []


def test_every_cell_of_a_heat_table_has_words_and_none_is_marked_but_the_case() -> None:
    heat = two_way_heat(view(), FOUND, FOUND.two_way[0])
    cells = [cell for _, row in heat.rows for cell in row]
    assert all(cell.text for cell in cells)
    assert [cell.wash for cell in cells if cell.here] in ([], [""])
    assert any(cell.wash for cell in cells)


def test_shares_of_variance_are_told_with_their_bounds() -> None:
    assert FOUND.sobol is not None
    indices = next(each for each in FOUND.sobol.kpis if each.indices)
    figure = sobol_figure(view(), FOUND, indices, "table")
    assert figure is not None
    first = indices.indices[0]
    assert any(word.startswith(f"{first.total:.2f} (") for word in words(figure.picture))
