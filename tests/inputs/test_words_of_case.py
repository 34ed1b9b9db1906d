"""What a case says in words, for documents: the same for a project and for an issuance."""

from finmodel.inputs.words_of_case import words_of
from tests.model.small_case import small_case
from tests.model.small_issuance import issuance_of, small_issuance


def test_words_of_a_project_and_of_an_issuance_have_the_same_headings() -> None:
    assert words_of(small_case()).keys() == words_of(issuance_of(small_issuance())).keys()


def test_words_that_choose_definitions_are_found_by_their_path() -> None:
    found = words_of(issuance_of(small_issuance({"term_sheet": {"parties": {"bondholders": "Pension fund"}}})))
    assert found["definitions"]["issuance.issuer"] == "municipal"  # type: ignore[index]
    assert found["definitions"]["bonds.first.day_count"] == "30_360"  # type: ignore[index]
    assert str(found["parties"]["bondholders"]) == "Pension fund"  # type: ignore[index]
