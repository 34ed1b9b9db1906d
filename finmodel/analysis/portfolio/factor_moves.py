"""Moves of common factors: which figures of a deal each moves, at which positions, how strongly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.levers import Lever
from finmodel.inputs.document import dotted
from finmodel.inputs.portfolio_loader import LoadedPortfolio
from finmodel.inputs.sensitivity_moves import found_figures
from finmodel.results import Results

__all__ = ["FactorMove", "RateMove", "moved_inputs", "moved_rates", "moves_of", "rate_moves"]

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class FactorMove:
    """One figure of a deal and a factor that moves it."""

    factor: str
    lever: Lever
    multiplies: bool
    loading: float
    rows: tuple[int, ...]
    """For each position of the figure, the year of the pool (from 0) whose deviation it takes.

    None for a figure that is one number: it takes the mean over ``years``, or what is drawn once."""
    years: tuple[int, int]
    """The first year of the deal on the pool's calendar, and the one after its last."""


@dataclass(frozen=True, slots=True)
class RateMove:
    """A factor that moves the rate of exchange at which the pool counts a deal's money."""

    factor: str
    loading: float


def moves_of(portfolio: LoadedPortfolio, name: str, results: Results, calendar: range) -> tuple[FactorMove, ...]:
    """What the factors move in a deal, in the order of the portfolio file."""
    return tuple(_moves(portfolio, name, results, calendar))


def _moves(portfolio: LoadedPortfolio, name: str, results: Results, calendar: range) -> Iterator[FactorMove]:
    sector, case = portfolio.portfolio.cases[name].sector, portfolio.deals[name].case
    by_path = {entry.path: entry for entry in results.inputs if entry.path}
    ends = [period.end.year for period in results.periods]
    years = (ends[0] - calendar.start, ends[-1] - calendar.start + 1)
    for factor_name, factor in portfolio.portfolio.factors.items():
        if not factor.acts_in(name, sector):
            continue
        figures = {named.path: named for pattern in factor.moves for named in found_figures(case, pattern)}
        for path in figures:
            lever = Lever(by_path[dotted(path)])
            loading = factor.loading(name, sector)
            rows = _rows(lever, ends, calendar)
            yield FactorMove(factor_name, lever, factor.multiplies, loading, rows, years)


def _rows(lever: Lever, ends: Sequence[int], calendar: range) -> tuple[int, ...]:
    """The year of each position: of a table its own, of a series that in which the period ends; else none."""
    entry = lever.entry
    if not isinstance(entry.value, tuple):
        return ()
    if entry.axis and all(step.isdigit() and len(step) == 4 for step in entry.axis):
        stated = [int(step) for step in entry.axis]
    elif not entry.axis:
        stated = list(ends)
    else:
        return ()
    return tuple(min(max(year, calendar.start), calendar.stop - 1) - calendar.start for year in stated)


def rate_moves(portfolio: LoadedPortfolio, name: str) -> tuple[RateMove, ...]:
    """The factors that move the rate at which a deal's currency is converted."""
    currency, sector = portfolio.deals[name].case.project.currency, portfolio.portfolio.cases[name].sector
    return tuple(
        RateMove(factor_name, factor.loading(name, sector))
        for factor_name, factor in portfolio.portfolio.factors.items()
        if currency in factor.currencies
    )


def moved_inputs(
    inputs: Mapping[str, object], moves: Sequence[FactorMove], drawn: Mapping[str, Array]
) -> dict[str, Array]:
    """The inputs that factors move, each in every scenario, starting from what else was drawn of them.

    A factor multiplies by 1 + loading × what it is above 1, never below 0, or adds loading × its amount: so its mean
    stays the plan whatever the loading. What is beyond the bounds of a figure is held at them.
    """
    found: dict[str, Array] = {}
    for move in moves:
        name = move.lever.name
        base = found.get(name)
        if base is None:
            base = np.asarray(inputs[name], float)
            base = base[:, np.newaxis] if isinstance(move.lever.entry.value, tuple) and base.ndim == 1 else base
        change = move.loading * _deviation(move, drawn[move.factor])
        moved = base * np.maximum(1 + change, 0.0) if move.multiplies else base + change
        found[name] = move.lever.held(moved)
    return found


def _deviation(move: FactorMove, drawn: Array) -> Array:
    """What a factor deviates at each position, (position, scenario), or for the one number, (scenario,)."""
    single = not isinstance(move.lever.entry.value, tuple)
    if len(drawn) == 1:
        return np.asarray(drawn[0]) if single else drawn
    if move.rows:
        return drawn[list(move.rows)]
    first, stop = move.years
    total = np.zeros(drawn.shape[1])
    for row in range(first, stop):
        total = total + drawn[row]
    mean = total / (stop - first)
    return mean if single else mean[np.newaxis]


def moved_rates(moves: Sequence[RateMove], drawn: Mapping[str, Array], years: range, calendar: range) -> Array:
    """What a deal's rate of exchange is multiplied by in each of its years, (year, scenario) or (1, 1)."""
    found = np.ones((1, 1))
    for move in moves:
        deviation = drawn[move.factor]
        rows = (
            deviation if len(deviation) == 1 else deviation[years.start - calendar.start : years.stop - calendar.start]
        )
        found = found * np.maximum(1 + move.loading * rows, 0.0)
    return found
