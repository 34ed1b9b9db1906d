"""An only facility has its terms one below the other; several stand side by side in a table."""

from finmodel.outputs.table import Layout
from finmodel.outputs.term_sheet.side_by_side import defined_of_each, laid_out, of_each, value_of_each
from finmodel.outputs.term_sheet.view import View


def test_an_only_loan_has_terms_and_no_table(view: View) -> None:
    terms, tables = laid_out(view, "table-x", "Terms", [value_of_each(view, "Amount", "commitment")])
    assert [(term.label, term.texts) for term in terms] == [("Amount", view.texts("senior.commitment"))]
    assert tables == ()


def test_several_facilities_stand_in_columns_of_one_width(layered: View) -> None:
    rows = [
        value_of_each(layered, "Amount", "commitment"),
        defined_of_each(layered, "Repayment profile", "repayment.profile"),
    ]
    terms, (table,) = laid_out(layered, "table-x", "Terms", rows)
    assert terms == ()
    assert table.layout is Layout.SIDES
    assert table.columns == ("Commercial senior loan", "Concessional loan", "Vendor loan", "Mezzanine loan")
    assert [row.cells[1] for row in table.rows] == [
        layered.shown("development.commitment"),
        "Equal principal",
    ]


def test_a_term_that_only_one_facility_has_leaves_the_other_cells_empty(layered: View) -> None:
    _, (table,) = laid_out(layered, "table-x", "Terms", [value_of_each(layered, "PIK margin", "pik_margin")])
    assert table.rows[0].cells == ("", "", "", layered.shown("mezzanine.pik_margin"))


def test_a_term_that_no_facility_has_is_left_out(layered: View) -> None:
    assert laid_out(layered, "table-x", "Terms", [of_each(layered, "Nothing", lambda loan: ())]) == ((), ())
