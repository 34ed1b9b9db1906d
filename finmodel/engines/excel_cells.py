"""Where a value stands in the workbook, and the addresses by which formulas read it.

Every sheet that formulas read has the same columns: single values in E, an empty column I before the first
period, the periods (or the positions of a table) from J on, and an empty column after the last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from finmodel.expr.line import Shape

__all__ = ["FIRST_COLUMN", "SCALAR_COLUMN", "Place", "Template", "column_name", "quoted"]

SCALAR_COLUMN = 4
"""The index, from 0, of the column for single values: E."""

FIRST_COLUMN = 9
"""The index, from 0, of the column of the first period: J."""

_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z_]*\Z")


@cache
def column_name(index: int) -> str:
    """The letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@cache
def quoted(sheet: str) -> str:
    """A sheet's name as formulas write it, quoted where it must be."""
    return sheet if _PLAIN_NAME.match(sheet) and len(sheet) > 2 else "'" + sheet.replace("'", "''") + "'"


@dataclass(frozen=True, slots=True)
class Place:
    """The row of a line or an input; ``count`` is the number of its periods or table positions."""

    sheet: str
    row: int
    """Counted from 1, as the reader sees it."""
    shape: Shape
    count: int = 1

    def _prefix(self, reader: str) -> str:
        return "" if reader == self.sheet else quoted(self.sheet) + "!"

    def single(self, reader: str) -> str:
        """The one cell of a single value, seen from the sheet ``reader``."""
        return f"{self._prefix(reader)}${column_name(SCALAR_COLUMN)}${self.row}"

    def step(self, reader: str, shift: int) -> str:
        """The cell of the period ``shift`` columns to the right (−1, 0 or 1), as a template."""
        return f"{self._prefix(reader)}{{{shift + 1}}}{self.row}"

    def whole(self, reader: str) -> str:
        """All periods or positions."""
        return self._span(reader, FIRST_COLUMN, FIRST_COLUMN + self.count - 1)

    def padded(self, reader: str) -> str:
        """All periods or positions with the empty columns before and after them."""
        return self._span(reader, FIRST_COLUMN - 1, FIRST_COLUMN + self.count)

    def before(self, reader: str) -> str:
        """The empty column and all periods before the present one, as a template."""
        return f"{self._prefix(reader)}${column_name(FIRST_COLUMN - 1)}{self.row}:{{0}}{self.row}"

    def last(self, reader: str) -> str:
        """The last period's cell."""
        return f"{self._prefix(reader)}${column_name(FIRST_COLUMN + self.count - 1)}{self.row}"

    def _span(self, reader: str, first: int, last: int) -> str:
        return f"{self._prefix(reader)}${column_name(first)}{self.row}:${column_name(last)}{self.row}"


@dataclass(frozen=True, slots=True)
class Template:
    """One row's formula, the same in R1C1 for every column; ``{0}``, ``{1}``, ``{2}``: columns before, here, after."""

    text: str

    @property
    def length(self) -> int:
        """The number of characters in the first period's column."""
        return len(self.at(FIRST_COLUMN))

    def at(self, column: int) -> str:
        """The formula in a column counted from 0, with its equals sign."""
        text = self.text.format(column_name(column - 1), column_name(column), column_name(column + 1))
        return "=" + text

    def across(self, count: int, first: int = FIRST_COLUMN) -> list[str]:
        """The formulas of ``count`` columns from the first one on, with their equals signs."""
        names = [column_name(first - 1 + step) for step in range(count + 2)]
        fill = ("=" + self.text).format
        return [fill(*names[step : step + 3]) for step in range(count)]
