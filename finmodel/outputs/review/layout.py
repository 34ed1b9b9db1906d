"""Tables of a review as a page has room for them: without empty columns, and the widest in parts.

Files for programs and the workbook keep every column.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from finmodel.outputs.term_sheet.view import View
from finmodel.review import Cell, ReviewRow, ReviewTable

__all__ = ["laid_out"]


@dataclass(frozen=True, slots=True)
class _Shown:
    """A part of a table: what is added to its title, and the columns that it leaves out."""

    suffix: str
    without: frozenset[str]


_A_YEAR = ("baseline", "with_project", "absolute", "pro_rated", "pro_rated_least", "pro_rated_most")
_LIFETIME = ("absolute_lifetime", "pro_rated_lifetime", "lifetime_years")
_PARTS: Mapping[str, Sequence[_Shown]] = {
    "allocation": (_Shown("", frozenset(("allocation", "refinanced"))),),
    "impact": (
        _Shown("", frozenset((*_LIFETIME, "method", "counted"))),
        _Shown("lifetime", frozenset((*_A_YEAR, "year"))),
    ),
}
"""Tables that a page shows in parts, or without columns that follow from others, by their keys."""
_NOTHING: tuple[Cell, ...] = (None, "")


def laid_out(view: View, table: ReviewTable) -> Iterator[ReviewTable]:
    """The table in the parts in which a page shows it; each without the columns in which it has nothing to say."""
    for part in _PARTS.get(table.key, (_Shown("", frozenset()),)):
        shown = _kept(table, [column.key not in part.without for column in table.columns])
        if part.suffix:
            rows = tuple(row for row in shown.rows if _says_more(shown, row))
            title = view.say("%(table)s: over the lifetime", table=table.title)
            shown = replace(shown, key=f"{table.key}-{part.suffix}", title=title, rows=rows, note="")
        if shown.rows:
            yield _kept(shown, [_matters(shown, place) for place in range(len(shown.columns))])


def _says_more(table: ReviewTable, row: ReviewRow) -> bool:
    """Whether a row has a number of a lifetime."""
    places = [i for i, column in enumerate(table.columns) if column.key in _LIFETIME[:-1]]
    return any(row.cells[place] is not None for place in places)


def _matters(table: ReviewTable, place: int) -> bool:
    """Whether a column says anything; the instrument goes without saying where there is only one."""
    cells = [row.cells[place] for row in table.rows if row.kind != "total"]
    if table.columns[place].key == "instrument" and len(cells) > 1 and len(set(cells)) == 1:
        return False
    return any(row.cells[place] not in _NOTHING for row in table.rows)


def _kept(table: ReviewTable, keep: Sequence[bool]) -> ReviewTable:
    """The columns that are kept; what a total is of moves to the first of them."""
    rows = tuple(replace(row, cells=_cells(row, keep)) for row in table.rows)
    columns = tuple(column for column, kept in zip(table.columns, keep, strict=True) if kept)
    return replace(table, columns=columns, rows=rows)


def _cells(row: ReviewRow, keep: Sequence[bool]) -> tuple[Cell, ...]:
    found = [cell for cell, kept in zip(row.cells, keep, strict=True) if kept]
    if row.kind == "total" and not keep[0] and found:
        found[0] = row.cells[0]
    return tuple(found)
