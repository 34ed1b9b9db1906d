"""Whether a recalculated workbook says what the engine says, line by line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from finmodel.engines.excel_cells import Place
from finmodel.expr import nodes
from finmodel.expr.line import Line, Shape
from finmodel.outputs.workbook import write_workbook
from finmodel.outputs.workbook.plan import make_plan
from finmodel.results import Results
from tests.recalculation import Cells, planted, together_by_libreoffice

__all__ = ["disagreements", "line", "recalculated", "together"]

_SETTLED = 2e-12
"""Solved lines are known to this share of the largest amount, and so is what is left between two of them."""


def recalculated(results: Results, folder: Path, engine: Callable[[Path], Cells]) -> Cells:
    """The cells of a workbook whose stored values are all wrong, as an engine recalculates them."""
    path = folder / "planted.xlsx"
    write_workbook(results, path, cached=planted)
    return engine(path)


def together(results: Sequence[Results], folder: Path) -> list[Cells]:
    """The cells of several such workbooks, recalculated by LibreOffice in one go."""
    paths = [folder / f"planted{number}.xlsx" for number in range(len(results))]
    for path, found in zip(paths, results, strict=True):
        write_workbook(found, path, cached=planted)
    return together_by_libreoffice(paths)


def line(cells: Cells, results: Results, name: str) -> list[object]:
    """The cells of one row of the workbook."""
    place = _places(results)[name]
    columns = [5] if place.shape is Shape.SCALAR else range(10, 10 + place.count)
    return [cells.get((place.sheet, place.row, column)) for column in columns]


def disagreements(cells: Cells, results: Results, *, tolerance: float = 1e-9, rates: bool = True) -> list[str]:
    """Every cell of a line that is not what the engine found; internal rates within 1e-7, or left out."""
    places, found = _places(results), []
    largest = max((abs(value) for values in results.series.values() for value in values if value), default=1.0)
    for name, of in results.graph.lines.items():
        is_rate = _is_rate(of)
        if is_rate and not rates:
            continue
        relative = 1e-7 if is_rate else tolerance
        place, value = places[name], results.of(name)
        for step, number in enumerate(value if isinstance(value, tuple) else (value,)):
            column = 5 if place.shape is Shape.SCALAR else 10 + step
            cell = cells.get((place.sheet, place.row, column))
            if not _agrees(cell, number, relative, max(relative, largest * _SETTLED)):
                found.append(f"{name}, column {column}: {cell} instead of {number}")
    return found


def _agrees(cell: object, number: float | None, relative: float, absolute: float) -> bool:
    """Whether a cell is a number, as near as asked; a blank is blank or an empty text."""
    if number is None:
        return cell in (None, "")
    return isinstance(cell, (int, float)) and abs(cell - number) <= max(relative * abs(number), absolute)


_KNOWN: list[tuple[Results, Mapping[str, Place]]] = []
"""The places of the workbook that was asked for last."""


def _places(results: Results) -> Mapping[str, Place]:
    """Where every line of a workbook stands; of the same results found once."""
    if not _KNOWN or _KNOWN[0][0] is not results:
        _KNOWN[:] = [(results, make_plan(results).places)]
    return _KNOWN[0][1]


def _is_rate(line: Line) -> bool:
    """Whether a line is made of an internal rate, which spreadsheets find less exactly."""
    return any(isinstance(node, nodes.InternalRate) for node in line.expression.walk()) or "irr" in line.name
