"""Loans beside the facilities: VAT and standby, as far as a case has them."""

from finmodel.outputs.term_sheet.interim_terms import interim_tables
from finmodel.outputs.term_sheet.view import View


def test_a_case_without_such_loans_has_no_table(view: View) -> None:
    assert interim_tables(view) == ()


def test_a_standby_facility_says_when_it_is_drawn_and_how_much(layered: View) -> None:
    (table,) = interim_tables(layered)
    rows = {row.label: row.cells for row in table.rows}
    assert table.columns == ("Standby facility",)
    assert rows["Lender"] == ("Standby lender",)
    assert rows["Amount"] == ("KZT\xa0300.0\xa0million",)
    assert rows["Repaid within, after completion"] == ("48\xa0months",)
