"""One sheet of the workbook as the writers see it: text is always text, a formula always carries its value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from xlsxwriter.worksheet import CellFormulaTuple, Worksheet  # type: ignore[import-untyped]

from finmodel.engines.excel_cells import Template, column_name
from finmodel.results import Value

__all__ = ["PlainSheet", "Page"]

Cached = Callable[[Value | str], Value | str]
"""What to store as a formula's value: the value itself, or anything else in order to prove a recalculation."""


@dataclass(frozen=True, slots=True)
class _Across:
    """A row's formula in all its columns: one entry of the sheet's table, written as the cells it stands for."""

    template: Template
    values: Sequence[float | str]
    format: Any


def _apart(across: _Across, column: int) -> dict[int, CellFormulaTuple]:
    """The cells of a row by their columns."""
    formulas = across.template.across(len(across.values), column)
    cells = (CellFormulaTuple(f[1:], across.format, value) for f, value in zip(formulas, across.values, strict=True))
    return dict(enumerate(cells, start=column))


class PlainSheet(Worksheet):  # type: ignore[misc]
    """A worksheet that takes formulas as they are, and writes a row of like formulas in one piece.

    Ours need no prefixes for functions newer than Excel 2007. Most cells of a model stand in rows of one formula;
    writing these cell by cell would take half the time of the whole workbook.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002
        return formula.removeprefix("=")

    def write_across(self, row: int, column: int, across: _Across) -> None:
        """The formulas of a row, beginning in a column."""
        self._check_dimensions(row, column)
        self._check_dimensions(row, column + len(across.values) - 1)
        self.table[row][column] = across

    def _get_range_data(self, row_start: int, col_start: int, row_end: int, col_end: int) -> Any:
        """What charts keep of a range: rows that they show are taken apart into cells, which XlsxWriter can read."""
        for row in range(row_start, row_end + 1):
            for column, cell in list(self.table.get(row, {}).items()):
                if isinstance(cell, _Across):
                    self.table[row].update(_apart(cell, column))
        return super()._get_range_data(row_start, col_start, row_end, col_end)

    def _calculate_spans(self) -> None:
        """Leaves out where the cells of each row begin and end, which readers may be told but need not."""
        self.row_spans: dict[int, str] = {}

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        if not isinstance(cell, _Across):
            super()._write_cell(row, col, cell)
            return
        style = f' s="{cell.format._get_xf_index()}"' if cell.format else ""
        formula = escape(cell.template.text, quote=False)
        fill = f'<c r="{{1}}{row + 1}"{style}><f>{formula}</f><v>{{3}}</v></c>'.format
        names = [column_name(col - 1 + step) for step in range(len(cell.values) + 2)]
        self.fh.write("".join(map(fill, names, names[1:], names[2:], cell.values)))


class Page:
    """Writes cells. Rows are counted from 1, as readers and formulas count them; columns from 0."""

    def __init__(self, sheet: Any, styles: Any, cached: Cached) -> None:
        self.sheet = sheet
        self.styles = styles
        self._cached = cached

    def text(self, row: int, column: int, text: str, style: Any = None) -> None:
        """A text, whatever it begins with."""
        if text:
            self.sheet.write_string(row - 1, column, str(text), style)

    def number(self, row: int, column: int, value: float, style: Any) -> None:
        """A number that is typed in."""
        self.sheet.write_number(row - 1, column, value, style)

    def blank(self, row: int, columns: Sequence[int], style: Any) -> None:
        """Cells with a style alone."""
        for column in columns:
            self.sheet.write_blank(row - 1, column, None, style)

    def formula(self, row: int, column: int, formula: str, style: Any, value: Value | str) -> None:
        """A formula with its value; ``None`` is a blank."""
        stored = self._cached(value)
        self.sheet.write_formula(row - 1, column, formula, style, "" if stored is None else stored)

    def across(self, row: int, column: int, template: Template, style: Any, values: Sequence[Value | str]) -> None:
        """The formula of a row in as many columns as there are values, beginning in a column."""
        stored = ["" if value is None else value for value in map(self._cached, values)]
        if stored and not any(isinstance(value, str) and value for value in stored):
            self.sheet.write_across(row - 1, column, _Across(template, stored, style))
            return
        for step, value in enumerate(stored, start=column):
            self.sheet.write_formula(row - 1, step, template.at(step), style, value)
