"""Risk sharing as lines of text: what ``finmodel risks`` tells on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from finmodel.outputs.language import Language
from finmodel.outputs.table import Cell, Row, Table
from finmodel.outputs.term_sheet.risk_tables import (
    expected_note,
    finding_sentences,
    matrix_table,
    sharing_table,
    words_table,
)
from finmodel.outputs.term_sheet.view import View
from finmodel.results import Results

__all__ = ["risk_lines"]

_GAP = "  "


def risk_lines(results: Results, language: Language) -> list[str]:
    """The matrix, what each risk changes, who bears it, and the findings, each under its heading."""
    view = View(results, language)
    matrix, sharing = matrix_table(view), sharing_table(view)
    found = finding_sentences(view) or [view.say("Every computed risk is borne as intended.")]
    return [
        f"{language.text(results.title)} · {language.currency(results.currency)}",
        "",
        *_table(view, matrix),
        matrix.note,
        "",
        *_words(words_table(view)),
        "",
        *_table(view, sharing),
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


def _table(view: View, table: Table) -> Iterator[str]:
    """A table in columns as wide as what stands in them; numbers to the right, words to the left."""
    rows = [_shown(view, row, len(table.columns)) for row in table.rows]
    heads = (table.stub, *table.columns)
    widths = [max(len(row[place]) for row in (heads, *rows)) for place in range(len(heads))]
    numeric = [
        any(isinstance(row.cells[place], float) for row in table.rows if row.cells)
        for place in range(len(table.columns))
    ]
    yield table.caption
    for cells in (heads, *rows):
        padded = [f"{cells[0]:{widths[0]}}"]
        padded += [
            f"{text:>{width}}" if right else f"{text:{width}}"
            for text, width, right in zip(cells[1:], widths[1:], numeric, strict=True)
        ]
        yield f"  {_GAP.join(padded)}".rstrip()


def _shown(view: View, row: Row, columns: int) -> Sequence[str]:
    cells: Sequence[Cell] = row.cells or ("",) * columns
    indent = "" if row.kind == "heading" else " "
    return [indent + row.label, *(c if isinstance(c, str) else view.language.figure(c, row.unit) for c in cells)]
