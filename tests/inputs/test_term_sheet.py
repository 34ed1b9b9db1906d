"""Words for the term sheet."""

from pathlib import Path

from tests.inputs.good_case import load, said


def test_what_is_not_said_is_left_to_be_agreed(tmp_path: Path) -> None:
    sheet = load(tmp_path).case.term_sheet
    assert (sheet.purpose, sheet.security, sheet.parties) == (None, [], {})


def test_lists_of_texts_keep_their_translations(tmp_path: Path) -> None:
    override = "term_sheet={security: [{en: Pledge of shares, ru: Залог долей}, Direct agreement]}"
    security = load(tmp_path, overrides=[override]).case.term_sheet.security
    assert [text.translated("ru") for text in security] == ["Залог долей", "Direct agreement"]


def test_a_bad_text_in_a_list_is_named_by_its_position(tmp_path: Path) -> None:
    (message,) = said(tmp_path, overrides=["term_sheet={security: [Pledge, 5]}"])
    assert "term_sheet.security[2]: 5 stands where a text is wanted" in message


def test_parties_are_named_by_their_keys(tmp_path: Path) -> None:
    case = load(tmp_path, overrides=["term_sheet={parties: {authority: {en: City, kk: Қала}}}"]).case
    assert case.term_sheet.parties["authority"].translated("kk") == "Қала"
