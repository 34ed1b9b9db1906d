"""Sections of a pack: what there is to show, and a word where there is nothing."""

from finmodel.outputs.review.parts import parts_of
from finmodel.outputs.term_sheet.view import View
from tests.outputs.review.packs import compliant_review, faulty_review


def test_sections_stand_in_the_order_in_which_a_reviewer_reads(view: View) -> None:
    keys = [part.key for part in parts_of(view, faulty_review())]
    assert keys == [
        "part-allocation",
        "part-impact",
        "part-taxonomy",
        "part-economics",
        "part-sources",
        "part-checks",
        "part-version",
    ]


def test_a_section_without_a_table_says_why(view: View) -> None:
    parts = {part.key: part for part in parts_of(view, compliant_review())}
    assert parts["part-allocation"].silent.startswith("No proceeds are allocated")
    assert parts["part-impact"].silent == "No impact is stated."
    assert parts["part-taxonomy"].silent == "No project states a code of a taxonomy."
    assert not parts["part-impact"].lead


def test_a_taxonomy_says_how_much_of_it_nobody_has_verified(view: View) -> None:
    parts = {part.key: part for part in parts_of(view, faulty_review())}
    (term,) = parts["part-taxonomy"].terms
    assert term.label == "Taxonomy: KZ"
    assert term.texts == ("kz.csv: 24 rows, of which 20 are unverified; versions: Decree 996",)


def test_worth_to_society_is_shown_with_every_conversion(view: View) -> None:
    parts = {part.key: part for part in parts_of(view, faulty_review())}
    keys = {table.key for table in parts["part-economics"].tables}
    assert {"table-economics", "table-conversion", "table-emissions"} <= keys
