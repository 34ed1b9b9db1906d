"""Hedges: what is fixed, with whom, at what price."""

from finmodel.outputs.term_sheet.hedge_terms import hedge_tables
from finmodel.outputs.term_sheet.view import View


def test_a_case_without_hedges_has_no_table(view: View) -> None:
    assert hedge_tables(view) == ()


def test_a_swap_names_its_loan_its_bank_and_its_cost(layered: View) -> None:
    (table,) = hedge_tables(layered)
    rows = {row.label: row.cells for row in table.rows}
    assert table.columns == ("Dollar swap",)
    assert rows["Type"] == ("Cross-currency swap",)
    assert rows["Facility hedged"] == ("Vendor loan",)
    assert rows["Counterparty"] == ("Hedge bank",)
    assert rows["Cost of the hedge"] == (layered.shown("dollar_swap.cost_total"),)
