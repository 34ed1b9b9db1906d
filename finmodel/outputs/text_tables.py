"""Tables as lines of text: columns as wide as what stands in them, for a screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from finmodel.outputs.language import Language
from finmodel.outputs.table import Cell, Row, Table

__all__ = ["Speaker", "table_lines"]

_GAP = "  "


class Speaker(Protocol):
    """Whatever is shown in one language: results as a document sees them, or a document of its own kind."""

    @property
    def language(self) -> Language:
        """The language of the document."""


def table_lines(view: Speaker, table: Table) -> Iterator[str]:
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


def _shown(view: Speaker, row: Row, columns: int) -> Sequence[str]:
    cells: Sequence[Cell] = row.cells or ("",) * columns
    indent = "" if row.kind == "heading" else " "
    return [indent + row.label, *(c if isinstance(c, str) else view.language.figure(c, row.unit) for c in cells)]
