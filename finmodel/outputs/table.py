"""Tables before they are laid out: named rows with a unit and a value per column, and how columns are put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from finmodel.units import Unit
from finmodel.yearly import Gather, by_year, years

__all__ = ["Cell", "Gather", "Layout", "Row", "Table", "by_year", "in_blocks", "trimmed", "with_content", "years"]

Cell = float | str | None

_NOTHING = 1e-6


class Layout(Enum):
    """What columns hold: a few numbers, words, a line, a year or a facility each (the last three of one width)."""

    NUMBERS = "numbers"
    WORDS = "words"
    PERIODS = "periods"
    YEARS = "years"
    SIDES = "sides"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its name, the unit of its numbers, and a number, a text or nothing per column."""

    label: str
    unit: Unit
    cells: tuple[Cell, ...]
    kind: str = "plain"
    """``plain``, ``total`` or ``heading``."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; ``key`` is its address in the document."""

    key: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    stub: str = ""
    """The heading above the names of the rows."""
    layout: Layout = Layout.NUMBERS


def trimmed(table: Table) -> Table:
    """The table without the columns at either end in which every number is blank or nothing."""
    busy = [i for i in range(len(table.columns)) if any(_matters(row.cells[i]) for row in table.rows if row.cells)]
    return _columns(table, busy[0], busy[-1] + 1) if busy else table


def with_content(table: Table) -> Table:
    """The table without the columns in which every cell of every row is empty."""
    kept = [
        i for i in range(len(table.columns)) if any(row.cells[i] not in {"", None} for row in table.rows if row.cells)
    ]
    rows = tuple(replace(row, cells=tuple(row.cells[i] for i in kept) if row.cells else ()) for row in table.rows)
    return replace(table, columns=tuple(table.columns[i] for i in kept), rows=rows)


def _matters(cell: Cell) -> bool:
    return isinstance(cell, str) or (cell is not None and abs(cell) > _NOTHING)


def _columns(table: Table, start: int, end: int) -> Table:
    rows = tuple(replace(row, cells=row.cells[start:end]) for row in table.rows)
    return replace(table, columns=table.columns[start:end], rows=rows)


def in_blocks(table: Table, most: int) -> list[Table]:
    """The table cut into blocks of at most ``most`` columns, as even as can be, each named by its columns."""
    count = len(table.columns)
    blocks = max(1, -(-count // most))
    if blocks == 1:
        return [table]
    size = -(-count // blocks)
    return [_block(table, start, min(start + size, count)) for start in range(0, count, size)]


def _block(table: Table, start: int, end: int) -> Table:
    span = f"{table.columns[start]}\N{EN DASH}{table.columns[end - 1]}"
    return replace(
        _columns(table, start, end),
        key=table.key if start == 0 else f"{table.key}-{start + 1}",
        caption=f"{table.caption}, {span}",
        note=table.note if end == len(table.columns) else "",
    )
