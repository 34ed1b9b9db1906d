"""Results of many scenarios from one run: each is what a run of that scenario alone would give."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike

from finmodel.analysis.evaluation import checks_of, kpis_of
from finmodel.analysis.facility_sizes import facility_sizes
from finmodel.analysis.halving import in_halves
from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.expr.line import Shape
from finmodel.inputs.table import InputTable
from finmodel.results import Results, Value

__all__ = ["scenario_results"]

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class _Column:
    """One scenario of a batch."""

    batch: Batch
    number: int

    def series(self, name: str) -> tuple[Value, ...]:
        return tuple(map(_blank, self.batch.series(name, self.number).tolist()))

    def value(self, name: str) -> Value:
        return _blank(self.batch.value(name, self.number))


class _Read(Mapping[str, Told]):
    """Values by line, each made into plain numbers when it is asked for: of many scenarios few lines are."""

    def __init__(self, names: Sequence[str], read: Callable[[str], Told]) -> None:
        self._names = dict.fromkeys(names)
        self._read = read
        self._known: dict[str, Told] = {}

    def __getitem__(self, name: str) -> Told:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def scenario_results(
    base: Results, tables: Mapping[str, InputTable], *, resize: bool, engine: NumpyEngine | None = None
) -> dict[str, Results | str]:
    """The results of each scenario by its name, or why it has none, from the results of the base case.

    ``tables`` gives the inputs of each, on the grid and the years of the base case. All are columns of one run, with
    the debt as contracted unless ``resize``; one that has no solution takes no other with it. ``engine`` computes all
    lines, where there is one that does.
    """
    engine = engine or NumpyEngine(base.graph, len(base.periods))
    contract = None if resize else dict(base.contract)

    def run(names: Sequence[str]) -> Batch:
        inputs = _stacked(base, [tables[name] for name in names])
        return engine.run(inputs, frozen=contract, scenarios=len(names))

    found: dict[str, Results | str] = {}
    for names, answer in in_halves(tuple(tables), run):
        for number, name in enumerate(names):
            found[name] = (
                answer
                if isinstance(answer, str)
                else _results(base, name, tables[name], _Column(answer, number), resize)
            )
    return found


def _stacked(base: Results, tables: Sequence[InputTable]) -> dict[str, ArrayLike]:
    """Every input; one that differs between the scenarios has a column for each."""
    inputs: dict[str, ArrayLike] = {}
    for name in base.inputs.entries:
        values = [table[name].value for table in tables]
        alike = all(value == values[0] for value in values)
        inputs[name] = values[0] if alike else np.stack([np.asarray(value, float) for value in values], axis=-1)
    return inputs


def _results(base: Results, name: str, table: InputTable, column: _Column, resize: bool) -> Results:
    lines = base.graph.lines.values()
    found = replace(
        base,
        inputs=table,
        series=_Read([line.name for line in lines if line.shape is Shape.SERIES], column.series),
        values=_Read([line.name for line in lines if line.shape is Shape.SCALAR], column.value),
        scenario=name,
        frozen=not resize,
        passes=column.batch.passes,
        facilities=facility_sizes(base.graph, column.batch, column.number) if resize else base.facilities,
        tables={},
    )
    return replace(found, kpis=kpis_of(found), checks=checks_of(found))


def _blank(value: float) -> Value:
    return None if value != value else value
