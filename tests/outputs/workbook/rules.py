"""The rules that an auditor checks, as questions to a written workbook: each answers with every cell that breaks it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.formula import Tokenizer
from openpyxl.utils import column_index_from_string, get_column_letter

__all__ = ["ALLOWED", "Formula", "Workbook", "read"]

ALLOWED = {0.0, 1.0, 2.0, 4.0, 12.0, 24.0, 30.0, 100.0, 360.0, 365.0, 1000.0}
"""Numbers that may stand in a formula: they belong to calendars and percentages, not to a case."""

FORBIDDEN = frozenset(
    {"OFFSET", "INDIRECT", "NPV", "LET", "LAMBDA", "XLOOKUP", "CHOOSE", "NOW", "TODAY", "RAND", "RANDBETWEEN"}
    | {"CELL", "INFO", "HYPERLINK", "WEBSERVICE", "TABLE"}
)
"""Functions that are volatile, opaque, wrong by convention or unknown to other spreadsheets."""

FIRST_PERIOD = 10
_CELL = re.compile(r"(?<![A-Za-z0-9_.])(\$?)([A-Z]{1,3})(\$?)(\d+)(?![A-Za-z0-9_(])")
_LONGEST = 255
_DEEPEST = 6


@dataclass(frozen=True)
class Formula:
    """One formula and where it stands; row and column counted from 1."""

    sheet: str
    row: int
    column: int
    text: str

    @property
    def where(self) -> str:
        return f"{self.sheet}!{get_column_letter(self.column)}{self.row}"

    @property
    def relative(self) -> str:
        """The formula in R1C1 notation: the same for every cell that does the same."""
        parts = self.text.split('"')
        return '"'.join(
            _CELL.sub(self._relative, part) if number % 2 == 0 else part for number, part in enumerate(parts)
        )

    def _relative(self, cell: re.Match[str]) -> str:
        fixed_column, letters, fixed_row, digits = cell.groups()
        column = column_index_from_string(letters)
        across = f"C{column}" if fixed_column else f"C[{column - self.column}]"
        down = f"R{digits}" if fixed_row else f"R[{int(digits) - self.row}]"
        return down + across

    @property
    def tokens(self) -> list[tuple[str, str, str]]:
        """Value, type and subtype of each token."""
        return [(token.value, token.type, token.subtype) for token in Tokenizer(self.text).items]


@dataclass(frozen=True)
class Workbook:
    """A written workbook, as a reader of the file finds it."""

    book: openpyxl.Workbook
    formulas: tuple[Formula, ...]

    def rows_with_several_formulas(self) -> list[str]:
        """Rows whose periods do not all have the same formula."""
        rows: dict[tuple[str, int], set[str]] = {}
        for formula in self.formulas:
            if formula.column >= FIRST_PERIOD and formula.sheet not in {"Summary", "Inputs"}:
                rows.setdefault((formula.sheet, formula.row), set()).add(formula.relative)
        return [f"{sheet} row {row}" for (sheet, row), texts in rows.items() if len(texts) > 1]

    def half_filled_rows(self) -> list[str]:
        """Rows that have a formula in some periods and a typed number in others."""
        found = []
        for sheet in self.book.worksheets:
            if sheet["B2"].value != "Period end":
                continue
            for number, row in enumerate(sheet.iter_rows(min_row=1, min_col=FIRST_PERIOD), start=1):
                kinds = {cell.data_type for cell in row if cell.value is not None}
                if "f" in kinds and "n" in kinds:
                    found.append(f"{sheet.title} row {number}")
        return found

    def embedded_constants(self) -> list[str]:
        """Numbers in formulas that belong into an input."""
        return [
            f"{formula.where}: {value} in {formula.text}"
            for formula in self._first_of_each_row()
            for value, kind, subtype in formula.tokens
            if kind == "OPERAND" and subtype == "NUMBER" and float(value) not in ALLOWED
        ]

    def forbidden_functions(self) -> list[str]:
        """Uses of functions that the workbook must do without."""
        return [
            f"{formula.where}: {value}"
            for formula in self._first_of_each_row()
            for value, kind, subtype in formula.tokens
            if kind == "FUNC" and subtype == "OPEN" and value.rstrip("(").upper().removeprefix("_XLFN.") in FORBIDDEN
        ]

    def names_in_formulas(self) -> list[str]:
        """Formulas that use a defined name instead of an address."""
        address = re.compile(r"(?:(?:'[^']+'|[A-Za-z_]+)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?\Z")
        return [
            f"{formula.where}: {value}"
            for formula in self._first_of_each_row()
            for value, kind, subtype in formula.tokens
            if kind == "OPERAND" and subtype == "RANGE" and not address.match(value.lstrip(":"))
        ]

    def long_formulas(self) -> list[str]:
        """Formulas that nobody can take in at a glance."""
        return [f"{f.where}: {len(f.text)}" for f in self.formulas if len(f.text) > _LONGEST]

    def deep_formulas(self) -> list[str]:
        """Formulas whose functions nest too deeply."""
        return [f"{f.where}: {f.text}" for f in self._first_of_each_row() if _depth(f.text) > _DEEPEST]

    def negative_products(self) -> list[str]:
        """A sign written as a product."""
        return [f.where for f in self.formulas if re.search(r"(?<![\d.])-1\*|\*-1(?!\d)", f.text)]

    def hidden(self) -> list[str]:
        """Anything that a reader would not see."""
        found = [sheet.title for sheet in self.book.worksheets if sheet.sheet_state != "visible"]
        for sheet in self.book.worksheets:
            found += [f"{sheet.title} row {n}" for n, row in sheet.row_dimensions.items() if row.hidden]
            found += [f"{sheet.title} column {n}" for n, column in sheet.column_dimensions.items() if column.hidden]
        return found

    def filled_margins(self) -> list[str]:
        """Cells in the empty columns before the first and after the last period, on sheets of lines."""
        found = []
        for sheet in self.book.worksheets:
            if sheet["B2"].value != "Period end":
                continue
            last = max((f.column for f in self.formulas if f.sheet == sheet.title and f.row == 2), default=0)
            for row in sheet.iter_rows(min_row=2):
                found += [
                    f"{sheet.title}!{cell.coordinate}"
                    for cell in row
                    if cell.value is not None and (cell.column == FIRST_PERIOD - 1 or (last and cell.column > last))
                ]
        return found

    def _first_of_each_row(self) -> Iterator[Formula]:
        """One formula of each row and notation: the rest repeat it."""
        seen = set()
        for formula in self.formulas:
            key = (formula.sheet, formula.row, formula.relative)
            if key not in seen:
                seen.add(key)
                yield formula


def _depth(text: str) -> int:
    deepest = depth = 0
    for character in re.sub(r'"[^"]*"|\'[^\']*\'', "", text):
        depth += {"(": 1, ")": -1}.get(character, 0)
        deepest = max(deepest, depth)
    return deepest


def read(path: Path) -> Workbook:
    """A workbook from a file."""
    book = openpyxl.load_workbook(path)
    return Workbook(book, tuple(_formulas(book)))


def _formulas(book: openpyxl.Workbook) -> Iterator[Formula]:
    for sheet in book.worksheets:
        for number, row in enumerate(sheet.iter_rows(min_row=1, min_col=1), start=1):
            for column, cell in enumerate(row, start=1):
                if cell.data_type == "f":
                    yield Formula(sheet.title, number, column, str(cell.value))


RULES: Mapping[str, str] = {
    "every row has one formula": "rows_with_several_formulas",
    "no row mixes typed numbers and formulas": "half_filled_rows",
    "no number is hidden in a formula": "embedded_constants",
    "no volatile or opaque function is used": "forbidden_functions",
    "formulas use addresses, not names": "names_in_formulas",
    "formulas are short": "long_formulas",
    "formulas do not nest deeply": "deep_formulas",
    "a sign is not a product": "negative_products",
    "nothing is hidden": "hidden",
    "the columns beside the periods are empty": "filled_margins",
}
"""Every rule by the sentence it is, and the question that checks it."""
