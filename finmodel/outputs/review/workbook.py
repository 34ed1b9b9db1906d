"""``review.xlsx``: findings, components and every register on sheets of their own, as values to filter and check."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from os import PathLike
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from finmodel.outputs.language import Language
from finmodel.outputs.review.cells import decimals_of
from finmodel.outputs.review.document import Column, Entry, Pack, Part, Register
from finmodel.outputs.table import Cell, Table
from finmodel.outputs.workbook.page import Page
from finmodel.outputs.workbook.styles import FONT, TAB_COLOURS, Styles
from finmodel.units import Unit

__all__ = ["write_review_workbook"]

_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed stamp, so that the same case gives the same file
_TEXT_IS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_LOOK = {"font_name": FONT, "font_size": 9, "valign": "top"}
_HEAD = 4
"""The row of column captions on every sheet; what stands above it is frozen with it."""
_MOST_CHARACTERS = 31
_FORBIDDEN = str.maketrans("", "", "[]:*?/\\'")
_NUMBER_WIDTH, _LEAST_WIDTH, _MOST_WIDTH = 14, 12, 56


def write_review_workbook(pack: Pack, path: str | PathLike[str], language: Language) -> None:
    """The workbook of a pack, written to ``path``; the same pack gives the same bytes."""
    with xlsxwriter.Workbook(path, {**_TEXT_IS_TEXT, "default_format_properties": dict(_LOOK)}) as book:
        book.set_properties({"title": pack.title, "created": _MADE})
        _Desk(book, pack, language).write()


class _Desk:
    """The workbook being written: its formats, and the names of sheets already taken."""

    def __init__(self, book: Any, pack: Pack, language: Language) -> None:
        self.book, self.pack, self.say = book, pack, language.gettext
        self.styles = Styles(book)

    def write(self) -> None:
        """The cover, then a sheet for findings, one for components, and one for every register and table."""
        self._cover()
        self._findings()
        self._components()
        for part in self.pack.parts:
            self._part(part)

    def _part(self, part: Part) -> None:
        if part.terms:
            columns = (Column("term", part.title), Column("text", self.say("What is stated")))
            self._register(Register(part.key, part.title, columns, tuple(_said(part.terms))), "control")
        for register in part.registers:
            self._register(register, "calculation")
        for table in part.tables:
            self._register(_as_register(table), "presentation")

    def _page(self, title: str, kind: str) -> Page:
        taken = {sheet.name.casefold() for sheet in self.book.worksheets()}
        stem = title.translate(_FORBIDDEN)
        names = (stem[:_MOST_CHARACTERS], *(f"{stem[: _MOST_CHARACTERS - 3]} {n}" for n in range(2, 99)))
        sheet = self.book.add_worksheet(next(name for name in names if name.casefold() not in taken))
        sheet.set_tab_color(TAB_COLOURS[kind])
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        page = Page(sheet, self.styles, lambda value: value)
        page.text(1, 0, title, self.styles.of("title"))
        page.text(2, 0, self.pack.title, self.styles.of("case"))
        return page

    def _cover(self) -> None:
        page, styles = self._page(self.say("Reviewer's pack"), "foundation"), self.styles
        page.sheet.set_column(0, 0, 44)
        page.sheet.set_column(1, 1, 100)
        row = 4
        for label, text in self._told():
            page.text(row, 0, label, styles.of("note"))
            page.text(row, 1, text, styles.of("wrapped"))
            row += 1
        for sentence in (self.pack.verdict, *self.pack.status, *self.pack.colophon):
            row += 1
            page.text(row, 1, sentence, styles.of("wrapped"))

    def _told(self) -> Sequence[tuple[str, str]]:
        """Facts, then headlines, each with its label."""
        facts = [(fact.label, fact.texts[0]) for fact in self.pack.facts]
        return [*facts, *((h.label, " ".join(filter(None, (h.value, h.remark)))) for h in self.pack.headlines)]

    def _findings(self) -> None:
        captions = ("No.", "Severity", "Code", "Component", "Where", "What", "Remedy")
        rows = [
            Entry((float(f.number), f.severity_label, f.code, f.concerns, f.where, f.what, f.remedy))
            for f in self.pack.findings
        ]
        units = (Unit.COUNT, *[None] * 6)
        columns = tuple(Column(c, self.say(c), unit) for c, unit in zip(captions, units, strict=True))
        self._register(Register("findings", self.say("Findings"), columns, tuple(rows)), "presentation")

    def _components(self) -> None:
        rows = []
        for block in self.pack.components:
            head = (block.title, block.state_label)
            rows += [Entry((*head, self.say("Stated"), term.label, "; ".join(term.texts))) for term in block.stated]
            rows += [Entry((*head, self.say("Evidence missing"), "", text)) for text in block.missing]
            if not block.stated and not block.missing:
                rows.append(Entry((*head, "", "", "")))
        captions = ("Component", "State", "Kind", "Item", "Text")
        columns = tuple(Column(caption, self.say(caption)) for caption in captions)
        self._register(Register("components", self.say("Components"), columns, tuple(rows)), "presentation")

    def _register(self, register: Register, kind: str) -> None:
        page, styles = self._page(register.caption, kind), self.styles
        page.sheet.freeze_panes(_HEAD, 1)
        page.sheet.repeat_rows(_HEAD - 1)
        for place, column in enumerate(register.columns):
            page.sheet.set_column(place, place, _width(register, place))
            page.text(_HEAD, place, column.label, styles.of("column" if column.holds_words else "column right"))
        for row, entry in enumerate(register.rows, start=_HEAD + 1):
            for place, (column, cell) in enumerate(zip(register.columns, entry.cells, strict=False)):
                self._cell(page, row, place, column, cell, entry.kind)
        last = _HEAD + len(register.rows)
        if register.rows:
            page.sheet.autofilter(_HEAD - 1, 0, last - 1, len(register.columns) - 1)
        if register.note:
            page.text(last + 2, 0, register.note, styles.of("case"))

    def _cell(self, page: Page, row: int, place: int, column: Column, cell: Cell, kind: str) -> None:
        bold = kind in {"total", "heading"}
        if isinstance(cell, str):
            page.text(row, place, cell, self.styles.of("total" if bold else "wrapped"))
        elif cell is not None:
            pattern = _pattern(cell) if column.unit in {None, Unit.NUMBER} else ""
            page.number(row, place, cell, self.styles.of("total" if bold else "plain", column.unit, pattern))


def _said(terms: Sequence[Any]) -> Sequence[Entry]:
    return [Entry((term.label, "; ".join(term.texts))) for term in terms]


def _pattern(value: float) -> str:
    """The number format that shows four figures of a quantity."""
    decimals = decimals_of(value)
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _as_register(table: Table) -> Register:
    """A table of the term sheet as a register; its rows have units of their own, so its numbers are shown plainly."""
    unit = next((row.unit for row in table.rows if row.cells), None)
    words = [all(isinstance(r.cells[i], str) for r in table.rows if r.cells) for i in range(len(table.columns))]
    columns = (
        Column("row", table.stub),
        *(Column(c, c, None if said else unit) for c, said in zip(table.columns, words, strict=True)),
    )
    rows = tuple(Entry((row.label, *row.cells), row.kind) for row in table.rows)
    return Register(table.key, table.caption, columns, rows, table.note)


def _width(register: Register, place: int) -> int:
    if not register.columns[place].holds_words:
        return _NUMBER_WIDTH
    longest = max((len(str(r.cells[place] or "")) for r in register.rows if place < len(r.cells)), default=0)
    return min(_MOST_WIDTH, max(_LEAST_WIDTH, longest + 2))
