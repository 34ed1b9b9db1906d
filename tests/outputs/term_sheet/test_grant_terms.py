"""Grants side by side: who gives how much, how it is drawn, and what is paid back."""

from finmodel.outputs.term_sheet.grant_terms import grant_tables
from finmodel.outputs.term_sheet.view import View


def test_a_case_without_grants_has_no_table(view: View) -> None:
    assert grant_tables(view) == ()


def test_each_grant_says_who_gives_it_and_what_comes_back(layered: View) -> None:
    (table,) = grant_tables(layered)
    rows = {row.label: row.cells for row in table.rows}
    assert table.columns == ("Preparation grant", "Capital grant")
    assert rows["Grantor"] == ("City Preparation Facility", "Akimat of Alatau City")
    assert rows["Grant agreed"] == (layered.shown("preparation.agreed"), layered.shown("capital.agreed"))
    assert rows["Share to be paid back"] == ("50.0%", "")
    assert rows["Paid back"] == ("At financial close", "")
    assert "Facility subsidised" not in rows
