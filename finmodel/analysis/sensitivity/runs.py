"""Runs of one deal with its moves at any levels: a column for each set of levels, all columns in one run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce

import numpy as np
from numpy.typing import ArrayLike, NDArray

from finmodel.analysis.halving import in_halves
from finmodel.analysis.levers import lever
from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.engines.words_reasons import blank_reason, flows_behind
from finmodel.results import Results
from finmodel.sensitivities import Move

__all__ = ["Found", "MovedDeal", "alone", "unmoved"]

Array = NDArray[np.float64]

_TOLERANCE = 1e-6
"""The amount that is still nothing, where the case states none."""


@dataclass(frozen=True, slots=True)
class Found:
    """What some columns came to: values by line (NaN where there is none), and why a column has none."""

    values: Mapping[str, Array]
    """By line, (column,)."""
    flows: Mapping[str, Array]
    """Cash flows behind internal rates, by line, (period, column): they tell why a rate does not exist."""
    troubles: Mapping[int, str] = field(default_factory=dict)
    """Why a column has no values at all: what the engine said, or which check or deal does not hold."""

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(next(iter(self.values.values())))

    def part(self, start: int, stop: int) -> Found:
        """Some columns that follow each other."""
        return Found(
            {name: values[start:stop] for name, values in self.values.items()},
            {name: values[:, start:stop] for name, values in self.flows.items()},
            {column - start: said for column, said in self.troubles.items() if start <= column < stop},
        )

    def value(self, line: str, column: int) -> float | None:
        """One value; ``None`` where there is none."""
        value = float(self.values[line][column])
        return None if np.isnan(value) else value


class MovedDeal:
    """A case whose moves can be put at any levels. Compiled once; ``run`` may be called any number of times.

    With ``resize`` the debt is sized again in every column; else it stays as contracted.
    """

    def __init__(self, results: Results, moves: Sequence[Move], lines: Sequence[str], *, resize: bool = False) -> None:
        self.results = results
        self.moves = tuple(moves)
        self.lines = tuple(dict.fromkeys(lines))
        self.resize = resize
        self.computed = 0
        """Columns computed until now."""
        self._levers = {path: lever(results.inputs, path) for move in moves for path in move.figures}
        self._flows = tuple(dict.fromkeys(flow for line in lines for flow in flows_behind(results.graph, line)))
        self._guards = _guards(results, resize=resize)
        outputs = (*self.lines, *self._flows, *self._guards)
        self._engine = NumpyEngine(results.graph, len(results.periods), outputs=outputs)

    def run(self, levels: Array) -> Found:
        """A column for each column of ``levels``, which is (move, column); NaN leaves a move where the case has it.

        Columns that have no solution are blank, and take no others with them; so are those in which a check of
        integrity does not hold and, with ``resize``, those of deals that a run of their own would refuse.
        """
        self.computed += levels.shape[1]

        def run(columns: Sequence[int]) -> Found:
            return self._solved(levels[:, columns[0] : columns[-1] + 1])

        parts = in_halves(range(levels.shape[1]), run)
        return reduce(_joined, (self._blank(part) if isinstance(part, str) else part for _, part in parts))

    def reason(self, found: Found, line: str, column: int) -> str:
        """Why a line has no value in a column."""
        if column in found.troubles:
            return found.troubles[column]
        series = {name: tuple(map(float, values[:, column])) for name, values in found.flows.items()}
        return blank_reason(replace(self.results, series={**self.results.series, **series}), line)

    def moved(self, levels: Array) -> dict[str, Array]:
        """The inputs that are moved, by name: (column,) or (position, column), held within their bounds."""
        found: dict[str, Array] = {}
        for path, each in self._levers.items():
            values = np.repeat(each.base, levels.shape[1], axis=-1)
            for move, row in zip(self.moves, levels, strict=True):
                if path in move.figures:
                    values = _at(values, move.way, row)
            found[each.name] = each.held(values)
        return found

    def figures(self, move: Move, level: float) -> dict[str, float]:
        """What the figures of a move are at a level, by path; those of several values are left out."""
        found = {}
        for path in move.figures:
            base = self._levers[path].base
            if base.shape == (1,):
                found[path] = float(self._levers[path].held(_at(base, move.way, np.asarray([level])))[0])
        return found

    def _solved(self, levels: Array) -> Found:
        columns = levels.shape[1]
        inputs: dict[str, ArrayLike] = {**self.results.inputs.values, **self.moved(levels)}
        contract = None if self.resize else dict(self.results.contract)
        batch = self._engine.run(inputs, frozen=contract, scenarios=columns)
        found = Found(dict(_wide(batch, self.lines)), dict(_wide(batch, self._flows)))
        wrong: dict[int, str] = {}
        for line, values in _wide(batch, tuple(self._guards)):
            limit, said = self._guards[line]
            wrong |= {int(column): said for column in np.flatnonzero(np.abs(values) > limit) if column not in wrong}
        return _without(found, wrong)

    def _blank(self, said: str) -> Found:
        periods = len(self.results.periods)
        values = {line: np.full(1, np.nan) for line in self.lines}
        return Found(values, {name: np.zeros((periods, 1)) for name in self._flows}, {0: said})


def _guards(results: Results, *, resize: bool) -> dict[str, tuple[float, str]]:
    """Lines that say that a column does not count, where they are above a limit, and what is then said.

    A check of integrity that does not hold; of deals that are sized again, also what refuses a deal.
    """
    stated = results.inputs.entries.get("tolerance")
    tolerance = stated.value if stated is not None and isinstance(stated.value, float) else _TOLERANCE
    found = {
        line.name: (tolerance, f"This check does not hold: {line.full_label}.")
        for line in results.graph.tagged(check="integrity")
    }
    if resize:
        found |= {
            line.name: (0.0, f"There is no such deal: {line.full_label}.")
            for line in results.graph.lines.values()
            if "refuse" in line.tags
        }
    return found


def _without(found: Found, wrong: Mapping[int, str]) -> Found:
    """What was found, without the values of columns that do not count."""
    if not wrong:
        return found
    values = {line: np.array(each) for line, each in found.values.items()}
    for each in values.values():
        each[list(wrong)] = np.nan
    return Found(values, found.flows, dict(wrong))


def _at(values: Array, way: str, levels: Array) -> Array:
    """Values at levels by column; a level of NaN leaves them."""
    moved = values * levels if way == "times" else values + levels if way == "add" else values * 0.0 + levels
    found: Array = np.where(np.isnan(levels), values, moved)
    return found


def _wide(batch: Batch, lines: Sequence[str]) -> Iterator[tuple[str, Array]]:
    """Each line with a value for every column, also where all are alike."""
    for name in lines:
        values = batch.lines[name]
        yield name, np.broadcast_to(values, (*values.shape[:-1], batch.scenarios))


def _joined(left: Found, right: Found) -> Found:
    shift = left.columns
    return Found(
        {name: np.concatenate((values, right.values[name])) for name, values in left.values.items()},
        {name: np.concatenate((values, right.flows[name]), axis=1) for name, values in left.flows.items()},
        {**left.troubles, **{column + shift: said for column, said in right.troubles.items()}},
    )


def unmoved(moves: Sequence[Move], columns: int) -> Array:
    """Levels that leave every move where the case has it."""
    return np.full((len(moves), columns), np.nan)


def alone(moves: Sequence[Move], move: Move, levels: Sequence[float]) -> Array:
    """Levels of one move, a column each, all others left where they are."""
    found = unmoved(moves, len(levels))
    found[moves.index(move)] = levels
    return found
