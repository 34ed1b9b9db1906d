"""Totals of ``review.xlsx`` as formulas: sums over the rows of the reports, and the shares that follow from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from finmodel.engines.excel_cells import column_name
from finmodel.outputs.review.sheets import HEAD
from finmodel.review import Cell, ReviewRow, ReviewTable

__all__ = ["Placed", "live_formulas"]

_SUMS: Mapping[tuple[str, str], tuple[str, str, Sequence[str]]] = {
    ("instruments", "allocated"): ("allocation", "allocated", ("instrument",)),
    ("instruments", "refinanced"): ("allocation", "refinanced", ("instrument",)),
    ("projects", "allocated"): ("allocation", "allocated", ("project",)),
    ("impact_totals", "pro_rated"): ("impact", "pro_rated", ("instrument", "indicator", "unit", "counted")),
    ("impact_totals", "pro_rated_lifetime"): (
        "impact", "pro_rated_lifetime", ("instrument", "indicator", "unit", "counted"),
    ),
}  # fmt: skip
"""A column whose cells add up a column of another table, over the rows that have the same words under these columns."""
_SHARES: Mapping[tuple[str, str], tuple[str, str]] = {
    ("instruments", "allocated_share"): ("allocated", "proceeds"),
    ("instruments", "refinanced_share"): ("refinanced", "allocated"),
    ("projects", "share_of_cost"): ("allocated", "total_cost"),
    ("allocation", "refinanced_share"): ("refinanced", "allocated"),
}
"""A column whose cells are one column divided by another."""
_LEFT: Mapping[tuple[str, str], tuple[str, str]] = {("instruments", "unallocated"): ("proceeds", "allocated")}
"""A column whose cells are one column less another."""
_BASIS, _EXPECTED = "basis", "Ex-ante"
_UNFIT = ("<", ">", "=")
_WILD = "*?~"
_NEAR = 1e-9


@dataclass(frozen=True, slots=True)
class Placed:
    """A table of record with the name of its sheet."""

    table: ReviewTable
    sheet: str

    def place(self, key: str) -> int:
        """The position of a column."""
        return [column.key for column in self.table.columns].index(key)

    def has(self, *keys: str) -> bool:
        """Whether it has all these columns."""
        return {*keys} <= {column.key for column in self.table.columns}

    def span(self, key: str) -> str:
        """All cells of a column as a formula on any sheet names them; totals are left out by their rows."""
        letters, last = column_name(self.place(key)), HEAD + len(self.plain)
        name = self.sheet.replace("'", "''")
        return f"'{name}'!${letters}${HEAD + 1}:${letters}${last}"

    def at(self, key: str, row: int) -> str:
        """The cell of a column in a row, counted from 0, on its own sheet."""
        return f"{column_name(self.place(key))}{HEAD + 1 + row}"

    @property
    def plain(self) -> tuple[ReviewRow, ...]:
        """The rows that are no totals; those come last."""
        return tuple(row for row in self.table.rows if row.kind != "total")


def live_formulas(placed: Mapping[str, Placed], say: Callable[[str], str]) -> Mapping[tuple[str, int, int], str]:
    """Formulas by the key of the table, the row from 0 and the column; only where one gives what the cell shows."""
    found: dict[tuple[str, int, int], str] = {}
    for key, own in placed.items():
        for row, record in enumerate(own.table.rows):
            for column, told in enumerate(own.table.columns):
                cell = record.cells[column]
                formula = next(_formulas(placed, own, (key, told.key), row, say(_EXPECTED)), None)
                if formula is not None and isinstance(cell, float) and _same(formula[1], cell):
                    found[key, row, column] = formula[0]
    return found


def _formulas(
    placed: Mapping[str, Placed], own: Placed, at: tuple[str, str], row: int, expected: str
) -> Iterator[tuple[str, float]]:
    """The formula of a cell with its value; nothing for a cell that is none."""
    record = own.table.rows[row]
    if at in _SHARES and own.has(*_SHARES[at]) and (record.kind == "total" or at[0] != "allocation"):
        part, whole = (_number(record.cells[own.place(key)]) for key in _SHARES[at])
        if whole:
            yield "={}/{}".format(*(own.at(key, row) for key in _SHARES[at])), part / whole
    elif at in _LEFT and own.has(*_LEFT[at]):
        more, less = (_number(record.cells[own.place(key)]) for key in _LEFT[at])
        yield "={}-{}".format(*(own.at(key, row) for key in _LEFT[at])), more - less
    elif record.kind == "total" and own.plain:
        rows = [each.cells[own.place(at[1])] for each in own.plain]
        yield f"=SUM({own.at(at[1], 0)}:{own.at(at[1], len(rows) - 1)})", sum(map(_number, rows))
    elif at in _SUMS and _SUMS[at][0] in placed:
        yield from _sum_over(placed[_SUMS[at][0]], own, _SUMS[at][1:], row, expected)


def _sum_over(
    other: Placed, own: Placed, asked: tuple[str, Sequence[str]], row: int, expected: str
) -> Iterator[tuple[str, float]]:
    """A sum over the rows of another table with the same words; of impact, over what is expected and not measured."""
    column, same = asked
    if not (own.has(*same) and other.has(column, *same)):
        return
    wanted = {key: str(own.table.rows[row].cells[own.place(key)] or "") for key in same}
    if any(word.startswith(_UNFIT) or set(word) & {*_WILD} or not word for word in wanted.values()) or not other.plain:
        return
    criteria = [f"{other.span(key)},{own.at(key, row)}" for key in same]
    if any(each.key == _BASIS for each in other.table.columns):
        wanted[_BASIS] = expected
        criteria.append(f'{other.span(_BASIS)},"{expected}"')
    rows = [each for each in other.plain if all(_fits(other, each, key, word) for key, word in wanted.items())]
    value = sum(_number(each.cells[other.place(column)]) for each in rows)
    yield f"=SUMIFS({other.span(column)},{','.join(criteria)})", value


def _fits(table: Placed, row: ReviewRow, key: str, word: str) -> bool:
    return str(row.cells[table.place(key)] or "").casefold() == word.casefold()


def _number(cell: Cell) -> float:
    return cell if isinstance(cell, float) else 0.0


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= _NEAR * max(1.0, abs(one), abs(other))
