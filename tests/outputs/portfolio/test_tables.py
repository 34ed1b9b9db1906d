"""Tables of a portfolio: years in blocks, a row for every deal, tranche and kind."""

from finmodel.outputs.language import translator
from finmodel.outputs.portfolio.tables import concentration_table, deals_table, tranche_table, year_tables
from finmodel.outputs.portfolio.view import PoolView
from tests.pools import cities


def view() -> PoolView:
    return PoolView(cities(), translator("en"))


def test_years_are_shown_in_blocks_of_ten_at_most() -> None:
    tables = year_tables(view(), "By year", cities().lines)
    assert all(len(table.columns) <= 10 for table in tables)
    shown = [column for table in tables for column in table.columns]
    assert shown == [str(year) for year in cities().years[: len(shown)]]


def test_deals_tranches_and_kinds_have_a_row_each() -> None:
    assert [row.label for row in deals_table(view()).rows][:1] == ["Street lighting in Alatau"]
    assert len(tranche_table(view()).rows) == 3
    assert [row.label for row in concentration_table(view()).rows] == ["Case", "Sector", "City", "Currency", "Payer"]
