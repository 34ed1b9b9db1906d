"""Prepayment: what the case says in words, and the sweep of each facility that has one."""

from finmodel.outputs.term_sheet.prepayment_terms import prepayment_section
from finmodel.outputs.term_sheet.view import View


def test_a_loan_that_is_not_prepaid_has_the_words_of_the_case_only(view: View) -> None:
    section = prepayment_section(view)
    assert [term.label for term in section.terms] == ["Voluntary and mandatory", "Cash sweep"]
    assert section.lead == ()


def test_a_sweep_says_which_share_of_cash_and_from_when(layered: View) -> None:
    (table,) = prepayment_section(layered).lead
    rows = {row.label: row.cells for row in table.rows}
    assert rows["Cash sweep, share of cash"] == ("", "", "", "25.0%")
    assert rows["Cash sweep, from month"] == ("", "", "", "48\xa0months")
    assert rows["What prepayment shortens"][3]
