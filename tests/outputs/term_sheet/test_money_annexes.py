"""The annexes of money add up: parties to zero, the balance sheet to both sides, totals to the model."""

from collections.abc import Callable

import pytest

from finmodel.outputs.table import Table
from finmodel.outputs.term_sheet.money_annexes import money_annexes
from finmodel.outputs.term_sheet.view import View

Seen = Callable[[str], View]


def tables(view: View, key: str) -> list[Table]:
    found = [table for section in money_annexes(view) for table in section.tables]
    return [table for table in found if table.key == key or table.key.startswith(f"{key}-")]


def numbers(table: Table, label: str) -> list[float]:
    (row,) = (row for row in table.rows if row.label == label)
    return [cell for cell in row.cells if isinstance(cell, float)]


def test_the_annexes_stand_in_their_order(view: View) -> None:
    keys = [section.key for section in money_annexes(view)]
    assert keys == ["annex-sources", "annex-ratios", "annex-debt", "annex-parties", "annex-statements"]


def test_flows_of_all_parties_and_the_company_add_to_zero_in_every_year(view: View) -> None:
    for table in tables(view, "table-parties"):
        for column in zip(*(row.cells for row in table.rows), strict=True):
            assert sum(cell for cell in column if isinstance(cell, float)) == pytest.approx(0, abs=1e-6)


def test_the_net_of_a_party_is_what_it_received_less_what_it_paid(view: View) -> None:
    (table,) = tables(view, "table-party-totals")
    for row in table.rows:
        received, paid, net, _ = row.cells
        assert isinstance(received, float)
        assert isinstance(paid, float)
        assert net == pytest.approx(received - paid)


def test_both_sides_of_the_balance_sheet_are_equal_in_every_year(view: View) -> None:
    for table in tables(view, "table-balance"):
        assert numbers(table, "Total assets") == pytest.approx(numbers(table, "Total liabilities and equity"), abs=1e-5)


def test_the_rows_above_total_assets_add_to_it(view: View) -> None:
    table = tables(view, "table-balance")[0]
    place = [row.label for row in table.rows].index("Total assets")
    for column in range(len(table.columns)):
        cells = [row.cells[column] for row in table.rows[:place]]
        total = table.rows[place].cells[column]
        assert sum(cell for cell in cells if isinstance(cell, float)) == pytest.approx(total, abs=1e-5)


def test_the_waterfall_by_year_ends_with_the_distributions_of_the_model(view: View) -> None:
    paid = sum(sum(numbers(table, "Distributions")) for table in tables(view, "table-waterfall"))
    assert paid == pytest.approx(-sum(value or 0.0 for value in view.series("distributions_paid")))


def test_the_income_statement_adds_up_to_net_income(view: View) -> None:
    for table in tables(view, "table-income"):
        plain = [row for row in table.rows if row.kind == "plain"]
        net = numbers(table, "Net income")
        for column, expected in enumerate(net):
            cells = [row.cells[column] for row in plain]
            assert sum(cell for cell in cells if isinstance(cell, float)) == pytest.approx(expected, abs=1e-5)


def test_sources_and_uses_show_their_shares(view: View) -> None:
    (table,) = tables(view, "table-sources-uses")
    assert [row.label for row in table.rows if row.kind == "heading"] == ["Sources", "Uses"]
    totals = [row.cells for row in table.rows if row.kind == "total"]
    assert totals[0][0] == pytest.approx(totals[1][0])
    assert {cells[1] for cells in totals} == {"100.0%"}


def test_the_same_tables_stand_in_every_language(seen_in: Seen) -> None:
    shapes = [
        [(table.key, len(table.rows)) for section in money_annexes(seen_in(lang)) for table in section.tables]
        for lang in ("en", "ru", "kk")
    ]
    assert shapes[0] == shapes[1] == shapes[2]
