"""Two deals on common ground: the same periods and years, and which of their inputs can be changed one by one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from finmodel.errors import CaseError
from finmodel.expr.graph import Graph
from finmodel.expr.nodes import Input
from finmodel.inputs.case import Case
from finmodel.inputs.document import Document
from finmodel.inputs.flatten import flatten
from finmodel.inputs.issuance import Issuance
from finmodel.inputs.table import InputEntry, InputTable
from finmodel.results import Results
from finmodel.timeline import Grid, over_periods

__all__ = ["Aligned", "Deal", "Side", "aligned", "reached", "same_lines"]

Number = float | tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Deal:
    """One deal as it was run: its results, and the case that they are of."""

    results: Results
    case: Case | Issuance
    document: Document


@dataclass(frozen=True, slots=True)
class Side:
    """One deal on common ground."""

    graph: Graph
    inputs: InputTable
    periods: int
    contract: Mapping[str, Number]


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two deals on common ground, and the inputs that both have and that differ: each can be changed alone."""

    before: Side
    after: Side
    movable: Mapping[str, str]
    """The place in the case file of every input that both have, in the same form, with different values."""
    alike: bool
    """Whether the lines asked for are the same formulas in both, of inputs that can all be changed alone."""


def aligned(
    before: Deal, after: Deal, graphs: tuple[Graph, Graph], outputs: Collection[str], *, frozen: bool
) -> Aligned:
    """Two deals on the longer of their grids and the years of both; only inputs that ``outputs`` read are movable.

    ``graphs`` are those of the two cases. Where a list by period does not fit the longer grid, each keeps its own.
    """
    first, second = _on_common_ground(before, after, graphs)
    lines = [
        reached(side.graph, [n for n in outputs if n in side.graph.lines], frozen=frozen) for side in (first, second)
    ]
    read = lines[0][1] | lines[1][1]
    movable = {
        entry.variable.name: entry.path
        for entry in first.inputs
        if entry.variable.name in read and _moves(entry, second.inputs.entries.get(entry.variable.name))
    }
    others = [name for name in sorted(read) if name not in movable]
    same = all(_value(first, name) == _value(second, name) for name in others)
    alike = (
        same and first.periods == second.periods and same_lines(first.graph, second.graph, lines[0][0] | lines[1][0])
    )
    return Aligned(first, second, movable, alike)


def _on_common_ground(before: Deal, after: Deal, graphs: tuple[Graph, Graph]) -> tuple[Side, Side]:
    grids = [deal.case.grid() for deal in (before, after)]
    months = max(grid.periods * grid.period_months for grid in grids)
    longer = [Grid(grid.start, grid.period_months, -(-months // grid.period_months)) for grid in grids]
    try:
        return _sides((before, after), graphs, longer)
    except CaseError:
        return _sides((before, after), graphs, grids)


def _sides(deals: tuple[Deal, Deal], graphs: tuple[Graph, Graph], grids: list[Grid]) -> tuple[Side, Side]:
    own = [flatten(deal.case, deal.case.grid()).years for deal in deals]
    ends = [grid.years for grid in grids]
    years = range(min(each.start for each in (*own, *ends)), max(each.stop for each in (*own, *ends)))
    made = [
        Side(graph, flatten(deal.case, grid, years=years).table, grid.periods, _held(deal.results, grid.periods))
        for deal, graph, grid in zip(deals, graphs, grids, strict=True)
    ]
    return made[0], made[1]


def _held(results: Results, periods: int) -> Mapping[str, Number]:
    return {name: over_periods(value, periods) for name, value in results.contract.items()}


def _moves(mine: InputEntry, theirs: InputEntry | None) -> bool:
    """Whether an input of the case file is in the other deal too, in the same form, and differs."""
    if theirs is None or not mine.path or not theirs.path or mine.choices != theirs.choices:
        return False
    same_form = mine.variable.shape is theirs.variable.shape and _length(mine.value) == _length(theirs.value)
    return same_form and mine.value != theirs.value


def _length(value: Number) -> int:
    return len(value) if isinstance(value, tuple) else 0


def _value(side: Side, name: str) -> Number | None:
    entry = side.inputs.entries.get(name)
    return None if entry is None else entry.value


def reached(graph: Graph, outputs: Collection[str], *, frozen: bool) -> tuple[set[str], set[str]]:
    """The lines that some lines depend on, themselves among them, and the inputs; what is held reads nothing."""
    found: set[str] = set()
    inputs: set[str] = set()
    waiting = list(outputs)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        line = graph.lines[name]
        if frozen and line.freezable:
            continue
        waiting.extend(graph.read_by(name))
        formulas = (line.expression, line.guess) if line.guess is not None else (line.expression,)
        inputs |= {node.name for formula in formulas for node in formula.walk() if isinstance(node, Input)}
    return found, inputs


def same_lines(first: Graph, second: Graph, names: Collection[str]) -> bool:
    """Whether these lines are in both models, with the same formulas."""
    if first is second:
        return True
    for name in names:
        mine, theirs = first.lines.get(name), second.lines.get(name)
        if mine is None or theirs is None:
            return False
        if (repr(mine.expression), repr(mine.guess), mine.freezable) != (
            repr(theirs.expression), repr(theirs.guess), theirs.freezable,
        ):  # fmt: skip
            return False
    return True
