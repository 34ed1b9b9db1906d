"""One sheet of the workbook as the writers see it: text is always text, a formula always carries its value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from xlsxwriter.worksheet import CellFormulaTuple, Worksheet  # type: ignore[import-untyped]

from finmodel.results import Value

__all__ = ["PlainSheet", "Page"]

Cached = Callable[[Value | str], Value | str]
"""What to store as a formula's value: the value itself, or anything else in order to prove a recalculation."""


class PlainSheet(Worksheet):  # type: ignore[misc]
    """A worksheet that takes formulas as they are: ours need no prefixes for functions newer than Excel 2007."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002
        return formula.removeprefix("=")

    def write_formulas(
        self, row: int, column: int, formulas: Sequence[str], style: Any, values: Sequence[Value | str]
    ) -> None:
        """Formulas side by side. Their dimensions are noted once for the row, which is most of the time saved."""
        if not formulas:
            return
        self._check_dimensions(row, column)
        self._check_dimensions(row, column + len(formulas) - 1)
        cells = self.table[row]
        for step, (formula, value) in enumerate(zip(formulas, values, strict=True), start=column):
            cells[step] = CellFormulaTuple(formula.removeprefix("="), style, value)


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

    def across(self, row: int, column: int, formulas: Sequence[str], style: Any, values: Sequence[Value | str]) -> None:
        """Formulas side by side, beginning in a column."""
        stored = ["" if value is None else value for value in map(self._cached, values)]
        self.sheet.write_formulas(row - 1, column, formulas, style, stored)
