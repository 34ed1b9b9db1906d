"""``review.xlsx``: findings, components and every table on sheets of their own, to filter and check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from os import PathLike

import xlsxwriter  # type: ignore[import-untyped]

from finmodel.outputs.language import Language
from finmodel.outputs.review.document import Pack, Part, marked_column
from finmodel.outputs.review.live import Placed, live_formulas
from finmodel.outputs.review.sheets import HEAD, Grid, Sheets, row_height
from finmodel.outputs.table import Cell, Table
from finmodel.outputs.term_sheet.document import Term
from finmodel.outputs.workbook.styles import FONT
from finmodel.review import ReviewTable
from finmodel.units import Unit

__all__ = ["write_review_workbook"]

_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed stamp, so that the same case gives the same file
_TEXT_IS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_FINDINGS = ("No.", "Severity", "Code", "Component", "Where", "Finding", "What", "Remedy")
_SENTENCE = 110
"""The width of a column of sentences."""
_TERMS = ("Item", "Text")
_COMPONENTS = ("Component", "State", "Kind", "Item", "Text")


def write_review_workbook(pack: Pack, path: str | PathLike[str], language: Language) -> None:
    """The workbook of a pack, written to ``path``; the same pack gives the same bytes."""
    look = {"font_name": FONT, "font_size": 9, "valign": "top"}
    with xlsxwriter.Workbook(path, {**_TEXT_IS_TEXT, "default_format_properties": look}) as book:
        book.set_properties({"title": pack.title, "created": _MADE})
        sheets = Sheets(book, pack.title)
        _write_cover(sheets, pack)
        sheets.write(_findings(pack, language), "presentation")
        sheets.write(_components(pack, language), "presentation")
        pages = [page for part in pack.parts for page in _of_part(part, language)]
        names = sheets.names(grid.title for grid, _, _ in pages)
        placed = {t.key: Placed(t, name) for (_, _, t), name in zip(pages, names, strict=True) if t is not None}
        formulas = live_formulas(placed, language.gettext)
        for grid, kind, table in pages:
            live = {(row, column): text for (key, row, column), text in formulas.items() if table and key == table.key}
            sheets.write(replace(grid, formulas=live), kind)


def _write_cover(sheets: Sheets, pack: Pack) -> None:
    """What this is, the facts and the figures at the head of the pack, and how far they can be trusted."""
    page, styles = sheets.page(pack.kind, "foundation"), sheets.styles
    page.sheet.set_column(0, 0, 40)
    page.sheet.set_column(1, 1, _SENTENCE)
    facts = [(fact.label, fact.texts[0]) for fact in pack.facts]
    figures = [(each.label, " ".join(filter(None, (each.value, each.remark)))) for each in pack.headlines]
    for row, (label, text) in enumerate((*facts, *figures), start=HEAD):
        page.text(row, 0, label, styles.of("note"))
        page.text(row, 1, text, styles.of("wrapped"))
    below = HEAD + len(facts) + len(figures) + 1
    for row, sentence in enumerate((pack.verdict, *pack.status, *pack.colophon), start=below):
        page.sheet.set_row(row - 1, row_height([sentence], [_SENTENCE]))
        page.text(row, 1, sentence, styles.of("wrapped"))


def _findings(pack: Pack, language: Language) -> Grid:
    rows: list[Sequence[tuple[Cell, Unit | None]]] = [
        (
            (float(f.number), Unit.COUNT),
            *_words(f.severity_label, f.code, f.component, f.where, f.title, f.what, f.remedy),
        )
        for f in pack.findings
    ]
    looks = {"fault": "bad", "evidence": "open", "note": "plain"}
    kinds = [looks[finding.severity] for finding in pack.findings]
    return Grid(language.gettext("Findings"), _captions(language, _FINDINGS), rows, kinds, marked=1)


def _components(pack: Pack, language: Language) -> Grid:
    """A row for everything stated, and for everything missing."""
    rows, kinds = [], []
    say, looks = language.gettext, {"complete": "good", "planned": "open", "partial": "open", "missing": "bad"}
    for block in pack.components:
        told = [(say("Stated"), term.label, "; ".join(term.texts)) for term in block.stated]
        told += [(say("Evidence missing"), text, "") for text in block.missing]
        for cells in told or [("", "", "")]:
            rows.append(_words(block.title, block.state_label, *cells))
            kinds.append(looks[block.state])
    return Grid(say("Components"), _captions(language, _COMPONENTS), rows, kinds, marked=1)


def _of_part(part: Part, language: Language) -> Iterator[tuple[Grid, str, ReviewTable | None]]:
    """The sheets of a section, each with its kind, and with the table of record that it shows."""
    if part.terms:
        yield _stated(part.title, part.terms, language), "control", None
    for register in part.registers:
        yield _recorded(register), "calculation", register
    for table in part.tables:
        yield _tabled(table), "presentation", None


def _stated(title: str, terms: Sequence[Term], language: Language) -> Grid:
    rows = [_words(term.label, "; ".join(term.texts)) for term in terms]
    return Grid(title, _captions(language, _TERMS), rows)


def _recorded(table: ReviewTable) -> Grid:
    """A table of record: a unit for each column."""
    rows = [[(cell, column.unit) for column, cell in zip(table.columns, row.cells, strict=True)] for row in table.rows]
    kinds = [row.mark or row.kind for row in table.rows]
    marked = next((place for place, column in enumerate(table.columns) if column.key == marked_column(table)), -1)
    return Grid(table.title, [column.label for column in table.columns], rows, kinds, marked, table.note)


def _tabled(table: Table) -> Grid:
    """A table of the term sheet: a unit for each row."""
    rows = [((row.label, None), *((cell, row.unit) for cell in row.cells)) for row in table.rows]
    kinds = [row.kind for row in table.rows]
    return Grid(table.caption, (table.stub, *table.columns), rows, kinds, note=table.note)


def _words(*texts: str) -> tuple[tuple[Cell, Unit | None], ...]:
    return tuple((text, None) for text in texts)


def _captions(language: Language, captions: Sequence[str]) -> list[str]:
    return [language.gettext(caption) for caption in captions]
