"""Sensitivity: which results a case is to be looked at by, which figures move how far, and what must not be crossed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.case_trial import brought
from finmodel.inputs.document import dotted
from finmodel.inputs.figure import word
from finmodel.inputs.names import Named
from finmodel.inputs.sensitivity_moves import (
    WAYS,
    Move,
    found_figures,
    made,
    moved_case,
    read_ends,
    unmovable,
)
from finmodel.inputs.text import label_of
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["BreakEvenTerms", "MoveTerms", "Sensitivity", "TwoWayTerms", "move_of"]

_LEAST, _MOST = 2, 51
_LENGTHEN = {"timing", "working_capital", "revenue", "revenue_guarantees", "revenue_shares"}
"""Headings whose figures can make a deal longer."""


class MoveTerms(Block):
    """One move under ``moves``."""

    label: Text | None = word("What the move is called in documents", default=None)
    figures: list[str] = word(
        "Paths of the figures that move together", note="With * for any one name: capex.*.overrun."
    )
    times: Any = word("Lowest and highest factor on them", default=None)
    add: Any = word("Lowest and highest amount added to them", default=None)
    to: Any = word("Lowest and highest value they are set to", default=None)

    @property
    def ways(self) -> list[str]:
        """The ways that are stated: one, if nothing is wrong."""
        return [way for way in WAYS if getattr(self, way) is not None]

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Figures that are not there or do not go together, no way or several, and ends that cannot be."""
        found: list[Named] = []
        for place, pattern in enumerate(self.figures):
            fits = found_figures(case, pattern)
            found.extend(fits)
            if not fits:
                yield (("figures", place), *unmovable(case, pattern))
        if not self.figures:
            yield ("figures",), "is empty", "name a figure, such as capex.*.overrun"
        if not self.ways:
            yield (), "does not say how far", "add times:, add: or to:, each with its two ends"
        for way in self.ways[1:]:
            yield (way,), f"stands beside {self.ways[0]}", "keep one of the two"
        if len(self.ways) == 1 and found and len(found) >= len(self.figures):
            yield from self._way(case, self.ways[0], found)

    def _way(self, case: Any, way: str, found: list[Named]) -> Iterable[Inconsistency]:
        problem = mixed(way, found)
        if problem is not None:
            yield (("figures",), *problem)
            return
        ends, troubles = read_ends(getattr(self, way), way, found)
        yield from (((way, *trouble.path), trouble.what, trouble.remedy) for trouble in troubles)
        if not troubles:
            for place, end in enumerate(ends):
                for what, remedy in ill_timed(case, way, found, end):
                    yield (way, place), what, remedy


def mixed(way: str, found: Iterable[Named]) -> tuple[str, str] | None:
    """What is wrong with figures that do not go the same way together."""
    figures = list(found)
    units = {named.spec.unit for named in figures}
    if way != "times" and len(units) > 1:
        said = " and ".join(sorted(unit.value for unit in units))
        return f"are in {said}, and no one amount fits them all", "use times, or a move for each"
    if way == "times" and Unit.DATE in units:
        return "are dates, which have no factor", "use to"
    if way == "times" and not any(number for named in figures for number in named.figure.numbers):
        return "are all 0, and nothing times a factor is nothing", "use add or to"
    return None


def ill_timed(case: Any, way: str, figures: list[Named], level: float) -> Iterable[tuple[str, str]]:
    """Why a case moved so would not be one: longer than its grid or, its timing moved, not fitting together."""
    if not any(named.group in _LENGTHEN for named in figures):
        return
    changed = moved_case(case, figures, way, level)
    more = (changed.needed_grid().periods - case.grid().periods) * case.grid().period_months
    if more > 0:
        room = case.timing.spare_months.number + more
        what = f"lasts {more} months longer than the periods of the case"
        yield what, f"set timing.spare_months: {room:.0f} in the case, or choose a nearer end"
    if any(named.group == "timing" for named in figures):
        for place, what, remedy in brought(case, changed):
            yield f"does not work: {dotted(place)}: {what}", remedy
            break


class TwoWayTerms(Block):
    """One table under ``two_way``."""

    rows: str = word("The move down the side")
    columns: str = word("The move across the top")
    kpi: str | None = word("The result shown; the first of kpis if none is named", default=None)
    steps: int = word("Levels of each move", default=5)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Moves that are not there, are one and the same or share a figure, and numbers of steps beyond reason."""
        moves = case.sensitivity.moves
        for key in ("rows", "columns"):
            if getattr(self, key) not in moves:
                yield ((key,), *not_there(getattr(self, key), tuple(moves), "moves"))
        if self.rows == self.columns:
            yield ("columns",), "is the move of the rows", "name another move"
        elif self.rows in moves and self.columns in moves:
            first, second = ({n.path for n in move_figures(case, moves[key])} for key in (self.rows, self.columns))
            if first & second:
                yield ("columns",), f"moves a figure that {self.rows} moves too", "name moves of different figures"
        if not _LEAST <= self.steps <= _MOST:
            yield ("steps",), f"{self.steps} is no number of levels", f"write a number from {_LEAST} to {_MOST}"


def move_figures(case: Any, terms: MoveTerms) -> list[Named]:
    """The figures of a move, each once."""
    found = {named.path: named for pattern in terms.figures for named in found_figures(case, pattern)}
    return list(found.values())


class BreakEvenTerms(Block):
    """One question under ``break_even``."""

    kpi: str | None = word("The result asked about", default=None)
    equals: Any = word("What it is to be", default=None)
    below: Any = word("What it is to fall below", default=None)
    above: Any = word("What it is to rise above", default=None)
    until: Literal["lock_up", "default"] | None = word("What must come about first", default=None)
    move: str | None = word("The move that is looked at", default=None)
    figure: str | None = word("Path of a figure that is looked at, instead of a move", default=None)
    between: Any = word("The bounds of the search, lower first", default=None)

    @property
    def relations(self) -> list[str]:
        """What is asked of the result: one word, if nothing is wrong."""
        stated = [word for word in ("equals", "below", "above") if getattr(self, word) is not None]
        return [*stated, *([self.until] if self.until else [])]

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A question that asks nothing or two things, of a move or figure that is not there."""
        if not self.relations:
            yield (), "asks nothing", "add kpi: with equals:, below: or above:, or until: lock_up or default"
        for relation in self.relations[1:]:
            key = "until" if relation == self.until else relation
            yield (key,), f"stands beside {self.relations[0]}", "keep one of the two"
        if self.until is None and self.kpi is None and self.relations:
            yield (), "names no result", "add kpi:, such as equity_irr"
        if self.until is not None and self.kpi is not None:
            yield ("kpi",), f"stands beside until: {self.until}", "keep one of the two"
        yield from self._what_moves(case)

    def _what_moves(self, case: Any) -> Iterable[Inconsistency]:
        moves = case.sensitivity.moves
        if (self.move is None) == (self.figure is None):
            yield (), "must name one thing that moves", "add move: or figure:, and not both"
        elif self.move is not None and self.move not in moves:
            yield (("move",), *not_there(self.move, tuple(moves), "moves"))
        elif self.figure is not None and not found_figures(case, self.figure):
            yield (("figure",), *unmovable(case, self.figure))
        elif self.between is not None:
            figures = found_figures(case, self.figure) if self.figure else move_figures(case, moves[str(self.move)])
            way = moves[self.move].ways[:1] if self.move else [search_way(figures)]
            if figures and way:
                _, troubles = read_ends(self.between, way[0], figures)
                yield from ((("between", *each.path), each.what, each.remedy) for each in troubles)


def search_way(figures: list[Named]) -> str:
    """The way in which figures named by a path are looked at: set if they are alike, else multiplied or added to."""
    values = {number for named in figures for number in named.figure.numbers}
    single = all(not named.figure.by_year and not isinstance(named.figure.value, tuple) for named in figures)
    if single and len(values) == 1:
        return "to"
    return "times" if any(values) and not any(named.spec.whole for named in figures) else "add"


class Sensitivity(Block):
    """The heading ``sensitivity``."""

    kpis: list[str] = word("Results looked at, by name", default=[])
    moves: dict[InstanceName, MoveTerms] = word("Moves", default={})
    steps: int = word("Levels of every move in the spider", default=5)
    two_way: list[TwoWayTerms] = word("Tables of two moves", default=[])
    break_even: list[BreakEvenTerms] = word("Questions of how far a move may go", default=[])

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """A number of steps beyond reason, results named twice."""
        if not _LEAST <= self.steps <= _MOST:
            yield ("steps",), f"{self.steps} is no number of levels", f"write a number from {_LEAST} to {_MOST}"
        for place, name in enumerate(self.kpis):
            if name in self.kpis[:place]:
                yield ("kpis", place), f"{name} stands there already", "take one of the two out"


def move_of(case: Any, name: str, terms: MoveTerms) -> Move:
    """A move that was found to be in order."""
    figures = move_figures(case, terms)
    way = terms.ways[0]
    ends, _ = read_ends(getattr(terms, way), way, figures)
    return made(name, Text(label_of(name, terms)) if terms.label is None else terms.label, figures, way, ends)
