"""Words for the term sheet of an issuance."""

from pathlib import Path

from tests.inputs.good_issuance import GOOD_ISSUANCE, issuance_said


def test_words_may_be_said_in_several_languages(tmp_path: Path) -> None:
    words = "term_sheet:\n  issuer: {en: City, ru: Город}\n  security: [None]\n"
    assert issuance_said(tmp_path, GOOD_ISSUANCE + words) == []


def test_a_word_that_is_not_known_is_told(tmp_path: Path) -> None:
    (line,) = issuance_said(tmp_path, GOOD_ISSUANCE + "term_sheet: {isuer: City}\n")
    assert "did you mean issuer?" in line
