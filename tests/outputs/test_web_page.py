"""A page is whole in itself: its font is embedded, and what stands in a style sheet cannot leave it."""

from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.document import TermSheet
from finmodel.outputs.web_page import rendered


def sheet(title: str) -> TermSheet:
    return TermSheet(title, "", (), (), (), (), ())


def test_the_font_is_embedded_and_the_language_declared() -> None:
    text = rendered("term_sheet/term_sheet.html", translator("kk"), sheet=sheet("Gate"))
    assert text.count("data:font/woff2;base64,") > 1
    assert '<html lang="kk">' in text


def test_texts_are_text() -> None:
    text = rendered("term_sheet/term_sheet.html", translator("en"), sheet=sheet("<b>{{ 7*7 }}</b>"))
    assert "&lt;b&gt;{{ 7*7 }}&lt;/b&gt;" in text
