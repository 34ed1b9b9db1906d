"""Tables put periods together by year, cut themselves to what fits, and lose empty ends."""

from finmodel.outputs.table import Row, Table, in_blocks, trimmed
from finmodel.units import Unit


def table(*cells: float | None, columns: int = 0) -> Table:
    names = tuple(str(2027 + i) for i in range(columns or len(cells)))
    return Table("key", "Caption", names, (Row("Row", Unit.MONEY, cells),), note="Note")


def test_a_table_that_fits_stays_whole() -> None:
    whole = table(1.0, 2.0, 3.0)
    assert in_blocks(whole, 3) == [whole]


def test_a_wide_table_is_cut_into_even_blocks_named_by_their_columns() -> None:
    first, second = in_blocks(table(*map(float, range(1, 13))), 10)
    assert (first.key, second.key) == ("key", "key-7")
    assert (first.caption, second.caption) == ("Caption, 2027–2032", "Caption, 2033–2038")
    assert [row.cells for row in second.rows] == [(7.0, 8.0, 9.0, 10.0, 11.0, 12.0)]
    assert (first.note, second.note) == ("", "Note")


def test_empty_years_at_either_end_are_left_out_and_empty_years_between_stay() -> None:
    cut = trimmed(table(0.0, None, 5.0, 0.0, 6.0, None))
    assert cut.columns == ("2029", "2030", "2031")
    assert cut.rows[0].cells == (5.0, 0.0, 6.0)


def test_a_table_with_nothing_in_it_keeps_its_columns() -> None:
    assert trimmed(table(0.0, None)).columns == ("2027", "2028")
