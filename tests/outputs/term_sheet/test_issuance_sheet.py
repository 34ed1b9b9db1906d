"""The term sheet of an issuance as a whole."""

from pathlib import Path

from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.term_sheet.writer import render_term_sheet, term_sheet
from tests.runs import results_of

ISSUANCE = Path(__file__).parents[2] / "inputs" / "good_issuance.yaml"


def test_an_issuance_has_sections_of_its_own() -> None:
    view = View(results_of(ISSUANCE), translator("en"))
    sheet = term_sheet(view)
    keys = [section.key for section in sheet.sections]
    assert keys[:2] == ["parties", "bond-green-2029"]
    assert "ppp" not in keys
    assert "annex-schedule" in [annex.key for annex in sheet.annexes]


def test_the_page_is_one_file_in_every_language() -> None:
    results = results_of(ISSUANCE)
    for language in ("en", "ru", "kk"):
        assert "<table" in render_term_sheet(results, language)
