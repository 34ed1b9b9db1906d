"""Credit support: each guarantee with what it covers, up to what, at what fee, and what becomes of its claim."""

from finmodel.outputs.term_sheet.support_terms import guarantees, guarantor, support_section
from finmodel.outputs.term_sheet.view import View


def test_a_deal_without_guarantees_has_the_sponsors_support_only(view: View) -> None:
    section = support_section(view)
    assert section.tables == ()
    assert [term.label for term in section.terms][1] == "Sponsors' commitment"


def test_a_guarantee_says_who_stands_behind_whom_for_how_much(layered: View) -> None:
    (table,) = support_section(layered).tables
    rows = {row.label: row.cells[0] for row in table.rows}
    assert table.columns == ("First-loss guarantee",)
    assert rows["Guarantor"] == "Guarantee Fund"
    assert rows["Facilities covered"] == "Commercial senior loan; Concessional loan"
    assert rows["Highest amount"] == layered.shown("first_loss.highest_amount")
    assert rows["Fee on the cover"] == layered.shown("first_loss.fee_rate")


def test_terms_that_say_nothing_are_left_out(layered: View) -> None:
    (table,) = support_section(layered).tables
    labels = {row.label for row in table.rows}
    assert "Covers what falls due from this month after close on" not in labels
    assert "Claim never repaid" not in labels


def test_the_note_says_how_a_guarantor_is_repaid(layered: View) -> None:
    assert support_section(layered).tables[-1].note.startswith("A guarantor is called once for each new shortfall")


def test_a_guarantor_is_a_party_by_its_key(layered: View) -> None:
    assert [(name, guarantor(layered, name)) for name in guarantees(layered)] == [("first_loss", "guarantor")]
