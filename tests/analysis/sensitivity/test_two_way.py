"""A table of two moves holds the closed form in every cell, and says which cell is the case."""

from __future__ import annotations

from finmodel.analysis.sensitivity.two_way import Pair, pair_levels, two_way_table
from tests.analysis.sensitivity.closed_form import MONTHS, PRICE, VOLUME, deal, measured


def test_every_cell_is_the_result_at_both_levels() -> None:
    run = deal()
    pair = Pair(PRICE, VOLUME, measured("product"), 4)
    table = two_way_table(run, run.run(pair_levels(run.moves, pair)), pair)
    assert (table.rows, table.columns, table.base) == ("price", "volume", 150)
    expected = tuple(tuple(30 * row * (5 + column) for column in table.column_levels) for row in table.row_levels)
    assert table.values == expected
    assert table.values[table.base_row or 0][table.base_column or 0] == 150


def test_cells_without_a_value_say_why() -> None:
    run = deal()
    pair = Pair(MONTHS, PRICE, measured("cover"), 3)
    table = two_way_table(run, run.run(pair_levels(run.moves, pair)), pair)
    assert table.values == ((15, 30, None),) * 3
    assert set(table.reasons) == {"0,2", "1,2", "2,2"}
    assert (table.base_row, table.base_column) == (0, 1)
