"""Risk sharing as lines of text: what ``finmodel risks`` tells on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.outputs.language import Language
from finmodel.outputs.table import Table
from finmodel.outputs.term_sheet.risk_tables import (
    expected_note,
    finding_sentences,
    matrix_table,
    sharing_table,
    words_table,
)
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.text_tables import table_lines
from finmodel.results import Results

__all__ = ["risk_lines"]


def risk_lines(results: Results, language: Language) -> list[str]:
    """The matrix, what each risk changes, who bears it, and the findings, each under its heading."""
    view = View(results, language)
    matrix, sharing = matrix_table(view), sharing_table(view)
    found = finding_sentences(view) or [view.say("Every computed risk is borne as intended.")]
    return [
        f"{language.text(results.title)} · {language.currency(results.currency)}",
        "",
        *table_lines(view, matrix),
        matrix.note,
        "",
        *_words(words_table(view)),
        "",
        *table_lines(view, sharing),
        sharing.note,
        "",
        view.say("Findings"),
        *(f"  {sentence}" for sentence in found),
        "",
        expected_note(view),
    ]


def _words(table: Table) -> Iterator[str]:
    """When, what may happen, what is done about it, what the model changes: a paragraph a risk."""
    yield table.caption
    for row in table.rows:
        told = [(head, cell) for head, cell in zip(table.columns, row.cells, strict=True) if cell]
        yield f"  {row.label} {told[0][0]}: {told[0][1]}"
        yield from (f"     {head}: {cell}" for head, cell in told[1:])
