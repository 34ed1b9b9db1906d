"""The economic appraisal as lines of text: what ``finmodel economics`` tells on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.outputs.language import Language
from finmodel.outputs.term_sheet.economic_annex import economic_terms
from finmodel.outputs.term_sheet.economic_tables import appraised, economic_tables, emission_tables
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.text_tables import table_lines
from finmodel.results import Results

__all__ = ["economics_lines"]


def economics_lines(results: Results, language: Language) -> Iterator[str]:
    """Every table under the title of the case, then the terms."""
    view = View(results, language)
    yield f"{language.text(results.title)} · {language.currency(results.currency)}"
    tables = (*(economic_tables(view) if appraised(view) else ()), *emission_tables(view))
    for table in tables:
        yield ""
        yield from table_lines(view, table)
        if table.note:
            yield table.note
    yield ""
    for term in economic_terms(view) if appraised(view) else ():
        yield f"{term.label}:"
        yield from (f"  {text}" for text in term.texts)
