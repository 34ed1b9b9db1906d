"""Green tables together: those that have rows, by key, each row with a cell for every column."""

from finmodel.analysis.green.tables import green_tables
from tests.analysis.green.reported import source, tables
from tests.model.small_case import small_case


def test_every_table_has_its_key_and_rows_as_wide_as_its_columns() -> None:
    found = tables()
    assert list(found) == ["instruments", "allocation", "unallocated", "projects", "impact", "impact_totals"]
    assert [key for key, table in found.items() for row in table.rows if len(row.cells) != len(table.columns)] == []
    assert all(key == table.key for key, table in found.items())


def test_tables_without_rows_are_left_out() -> None:
    assert not {"allocation", "impact_totals"} & set(tables({"green.allocations": {}}))


def test_a_case_without_the_heading_has_none() -> None:
    assert green_tables(small_case(), source().results) == {}
