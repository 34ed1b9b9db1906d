"""How a cell of a register is written: words as they are, numbers with the decimals that they ask for."""

from __future__ import annotations

from math import floor, log10

from finmodel.outputs.language import Language
from finmodel.outputs.table import Cell
from finmodel.review import ReviewColumn
from finmodel.units import Unit

__all__ = ["cell_text", "decimals_of", "measured"]

_PLAIN = {Unit.NUMBER, Unit.YEARS, Unit.MONTHS}
_DIGITS = 4
_MOST = 6


def cell_text(language: Language, column: ReviewColumn, cell: Cell) -> str:
    """A cell as a reader sees it; nothing where there is no value."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if column.unit is None or column.unit in _PLAIN:
        return measured(language, cell)
    return language.figure(cell, column.unit)


def measured(language: Language, value: float) -> str:
    """A physical quantity to four figures, and never fewer than its whole units."""
    return language.number(value, decimals_of(value))


def decimals_of(value: float) -> int:
    """How many decimals show four figures of a number, without zeros at the end."""
    if not value:
        return 0
    most = min(_MOST, max(0, _DIGITS - 1 - floor(log10(abs(value)))))
    shown = f"{value:.{most}f}".rstrip("0").partition(".")[2]
    return len(shown) if most else 0
