"""A page is made of blocks: charts, heat tables, and tables cut to what a page has room for."""

from markupsafe import Markup

from finmodel.outputs.table import Row, Table
from finmodel.outputs.term_sheet.document import Figure
from finmodel.outputs.uncertainty.heat import HeatTable
from finmodel.outputs.uncertainty.page import blocks_of
from finmodel.units import Unit


def table(columns: int, rows: int = 1) -> Table:
    row = Row("Row", Unit.MONEY, (1.0,) * columns)
    return Table("table", "Table", tuple(map(str, range(columns))), (row,) * rows)


def test_blocks_keep_their_order_and_what_is_not_there_is_left_out() -> None:
    figure, heat = Figure("figure", "Figure", Markup("")), HeatTable("heat", "", "", "", (), ())
    blocks = blocks_of(figure, None, table(2), heat)
    assert [(block.figure, block.heat, block.table) for block in blocks] == [
        (figure, None, None), (None, None, table(2)), (None, heat, None)
    ]  # fmt: skip


def test_wide_tables_are_cut_and_empty_ones_left_out() -> None:
    assert [len(block.table.columns) for block in blocks_of(table(25)) if block.table] == [9, 9, 7]
    assert blocks_of(table(3, rows=0)) == ()
