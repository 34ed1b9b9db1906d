"""Sheets of ``review.xlsx``: a title, captions that stay in sight, and rows to filter, each cell in its own format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from finmodel.outputs.review.cells import decimals_of
from finmodel.outputs.table import Cell
from finmodel.outputs.workbook.page import Page
from finmodel.outputs.workbook.styles import TAB_COLOURS, Styles
from finmodel.units import Unit

__all__ = ["HEAD", "Grid", "Sheets", "row_height"]

HEAD = 4
"""The row of captions; what stands above it is frozen with it."""
_MOST_CHARACTERS = 31
_FORBIDDEN = str.maketrans("", "", "[]:*?/\\'")
_COUNTER_WIDTH, _NUMBER_WIDTH, _LEAST_WIDTH, _MOST_WIDTH = 7, 14, 12, 56
_LINE = 13.0
_PLAIN = {None, Unit.NUMBER}
_BOLD = {"total", "heading"}


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet before it is written: captions, and rows of cells with the unit of each."""

    title: str
    captions: Sequence[str]
    rows: Sequence[Sequence[tuple[Cell, Unit | None]]]
    kinds: Sequence[str] = ()
    """``plain``, ``total``, ``heading``, or a mark: ``good``, ``open``, ``bad``; all plain if none are given."""
    marked: int = -1
    """The column that carries the mark of its row."""
    note: str = ""
    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """Cells, by row and column from 0, that are written as formulas with their values."""

    def has_words(self, place: int) -> bool:
        """Whether a column holds no number."""
        return not any(isinstance(row[place][0], float) for row in self.rows if place < len(row))


class Sheets:
    """The sheets of one workbook: their names, which are taken once each, and their formats."""

    def __init__(self, book: Any, subtitle: str) -> None:
        self._book, self._subtitle = book, subtitle
        self.styles = Styles(book)

    def page(self, title: str, kind: str) -> Page:
        """A new sheet with its title; ``kind`` decides the colour of its tab."""
        sheet = self._book.add_worksheet(self.names([title])[0])
        sheet.set_tab_color(TAB_COLOURS[kind])
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        page = Page(sheet, self.styles, lambda value: value)
        page.text(1, 0, title, self.styles.of("title"))
        page.text(2, 0, self._subtitle, self.styles.of("case"))
        return page

    def names(self, titles: Iterable[str]) -> list[str]:
        """What the next sheets are called, by their titles in order: as Excel takes them, with a number where taken."""
        taken = [sheet.name.casefold() for sheet in self._book.worksheets()]
        found: list[str] = []
        for title in titles:
            stem = title.translate(_FORBIDDEN)
            names = (stem[:_MOST_CHARACTERS], *(f"{stem[: _MOST_CHARACTERS - 3]} {n}" for n in range(2, 99)))
            found.append(next(name for name in names if name.casefold() not in taken))
            taken.append(found[-1].casefold())
        return found

    def write(self, grid: Grid, kind: str) -> None:
        """A sheet of rows under captions."""
        page = self.page(grid.title, kind)
        page.sheet.freeze_panes(HEAD, 1)
        page.sheet.repeat_rows(HEAD - 1)
        widths = [_width(grid, place) for place in range(len(grid.captions))]
        page.sheet.set_row(HEAD - 1, row_height(grid.captions, widths))
        for place, (caption, width) in enumerate(zip(grid.captions, widths, strict=True)):
            page.sheet.set_column(place, place, width)
            page.text(HEAD, place, caption, self.styles.of(_caption_style(grid, place)))
        kinds = grid.kinds or ("plain",) * len(grid.rows)
        for row, (cells, row_kind) in enumerate(zip(grid.rows, kinds, strict=True), start=HEAD + 1):
            page.sheet.set_row(row - 1, row_height([cell for cell, _ in cells], widths))
            for place, (cell, unit) in enumerate(cells):
                look = _look(row_kind, is_marked=place == grid.marked)
                self._cell(page, (row, place), cell, unit, look, grid.formulas.get((row - HEAD - 1, place), ""))
        last = HEAD + len(grid.rows)
        if grid.rows:
            page.sheet.autofilter(HEAD - 1, 0, last - 1, len(grid.captions) - 1)
        page.text(last + 2, 0, grid.note, self.styles.of("case"))

    def _cell(self, page: Page, at: tuple[int, int], cell: Cell, unit: Unit | None, look: str, formula: str) -> None:
        """A number in the format of its unit, a text as it is; a value that does not exist leaves its cell empty."""
        if isinstance(cell, str):
            plain = "told" if at[1] else "wrapped"
            page.text(*at, cell, self.styles.of(plain if look == "plain" else look))
        elif cell is not None:
            style = self.styles.of(look, unit, _pattern(cell) if unit in _PLAIN else "")
            if formula:
                page.formula(*at, formula, style, cell)
            else:
                page.number(*at, cell, style)


def _caption_style(grid: Grid, place: int) -> str:
    if not grid.has_words(place):
        return "column right"
    return "column told" if place else "column"


def _look(kind: str, *, is_marked: bool) -> str:
    """The style of a cell in a row of a kind."""
    if kind in _BOLD:
        return "total"
    return kind if is_marked else "plain"


def _pattern(value: float) -> str:
    """The number format that shows four figures of a quantity."""
    decimals = decimals_of(value)
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _width(grid: Grid, place: int) -> int:
    """Wide enough for most of what stands in a column; longer texts run over several lines."""
    if not grid.has_words(place):
        return _NUMBER_WIDTH if place else _COUNTER_WIDTH
    texts = (str(row[place][0] or "") for row in grid.rows if place < len(row))
    longest = max(map(len, (*texts, grid.captions[place])), default=0)
    return min(_MOST_WIDTH, max(_LEAST_WIDTH, longest + 3))


def row_height(texts: Sequence[Cell], widths: Sequence[int]) -> float:
    """High enough for the longest text of a row in its column: not every reader makes room by itself."""
    lines = [-(-(len(text) + 2) // width) for text, width in zip(texts, widths, strict=False) if isinstance(text, str)]
    return _LINE * max(1, *lines, 1)
