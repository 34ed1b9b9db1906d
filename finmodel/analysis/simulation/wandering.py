"""Processes over time: which positions of its figures a process draws anew, and the paths of those that go together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from finmodel.analysis.draws.correlation import correlation_matrix, pearson
from finmodel.analysis.draws.processes import On, Process, dimensions, paths
from finmodel.analysis.levers import lever
from finmodel.inputs.uncertainty_stated import StatedProcess
from finmodel.results import Results

__all__ = ["Wandering", "wandering"]

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Wandering:
    """Processes on the same years or periods; before ``first`` they stand still, and from there on they are drawn."""

    processes: tuple[StatedProcess, ...]
    positions: int
    first: int
    step: float
    """Years from one position to the next."""
    ranks: tuple[tuple[str, str, float], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """A name for each draw."""
        steps = self.positions - self.first
        return tuple(name for each in self.processes for name in dimensions(each.name, steps))

    def paths(self, numbers: Array) -> Mapping[str, Array]:
        """The factor, or the amount, at every position, (position, scenario), by process.

        ``numbers`` are above 0 and below 1, a row for each of ``names``.
        """
        names = [each.name for each in self.processes]
        steps = self.positions - self.first
        normals = ndtri(numbers).reshape(len(names), steps, numbers.shape[1])
        years = np.asarray(self.step * np.arange(1.0, steps + 1.0), np.float64)
        together = pearson(correlation_matrix(names, {(one, other): rank for one, other, rank in self.ranks}))
        drawn = paths([_process(each) for each in self.processes], years, normals, together)
        return {each.name: self._whole(each, years, path) for each, path in zip(self.processes, drawn, strict=True)}

    def _whole(self, process: StatedProcess, years: Array, path: Array) -> Array:
        """A path on every position, with its drift; 1, or 0, where it stands still."""
        brownian = process.type == "geometric_brownian"
        found = np.full((self.positions, path.shape[1]), 1.0 if brownian else 0.0)
        found[self.first :] = path * ((1 + process.drift) ** years)[:, np.newaxis] if brownian else path
        return found - 1.0 if brownian and process.way == "add" else found


def wandering(
    results: Results, processes: Sequence[StatedProcess], ranks: Sequence[tuple[str, str, float]]
) -> tuple[Wandering, ...]:
    """Processes by the grid they are on: the first position, that of close, is known unless a year is named."""
    grids = [_grid(results, process) for process in processes]
    order = sorted(range(len(processes)), key=lambda place: grids[place])
    found = []
    for (positions, first, step), places in groupby(order, key=lambda place: grids[place]):
        together = tuple(processes[place] for place in places)
        found.append(Wandering(together, positions, first, step, tuple(_among(together, ranks))))
    return tuple(found)


def _grid(results: Results, process: StatedProcess) -> tuple[int, int, float]:
    """How many positions there are, the first that is drawn, and the years from one to the next."""
    entry = lever(results.inputs, process.figures[0]).entry
    starts = [int(year) for year in entry.axis] or [period.start.year for period in results.periods]
    close = results.periods[0].start.year
    if process.first_year is not None:
        first = sum(year < process.first_year for year in starts)
    else:
        first = sum(year <= close for year in starts) if entry.axis else 1
    return len(starts), first, 1.0 if entry.axis else results.period_months / 12


def _among(
    processes: Sequence[StatedProcess], ranks: Sequence[tuple[str, str, float]]
) -> Iterator[tuple[str, str, float]]:
    names = {process.name for process in processes}
    return (pair for pair in ranks if {pair[0], pair[1]} <= names)


def _process(stated: StatedProcess) -> Process:
    if stated.type == "geometric_brownian":
        return Process(stated.volatility, on=On.LOGS)
    return Process(stated.volatility, stated.reversion, On.LEVELS)
