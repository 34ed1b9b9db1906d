"""The records of a term sheet are complete as they stand: nothing needs more than a name."""

from finmodel.outputs.term_sheet.document import Section, Term


def test_a_term_without_texts_is_still_to_be_agreed() -> None:
    assert Term("Agent").texts == ()
    assert not Term("Agent").ordered


def test_a_section_may_hold_terms_alone() -> None:
    section = Section("law", "Governing law", (Term("Governing law", ("AIFC law",)),))
    assert (section.figures, section.tables, section.note) == ((), (), "")
