"""Common factors as drawn: what each deviates from the plan, by year of the pool or once, in every scenario alike.

A number follows from the seed, the factor's name, the year and the scenario alone, so that every deal meets the same
factor in the same scenario, wherever and in whichever order deals are run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.draws.correlation import Copula, correlation_matrix, pearson
from finmodel.analysis.draws.processes import On, Process, paths
from finmodel.analysis.draws.seeds import uniforms
from finmodel.analysis.simulation.drawing import distribution_of
from finmodel.inputs.portfolio import Portfolio
from finmodel.inputs.portfolio_factors import Factor, rank_of
from finmodel.inputs.uncertainty_distributions import StatedDistribution, read_distribution
from finmodel.units import Unit

__all__ = ["CommonFactors", "Once", "OverTime", "common_factors"]

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class OverTime:
    """A factor that is drawn anew every year."""

    name: str
    process: Process


@dataclass(frozen=True, slots=True)
class Once:
    """A factor that is drawn once a scenario."""

    name: str
    distribution: StatedDistribution
    multiplies: bool


@dataclass(frozen=True, slots=True)
class CommonFactors:
    """All factors of a portfolio, and the calendar on which they wander; the first year is known."""

    seed: int
    first: int
    years: int
    once: tuple[Once, ...]
    over_time: tuple[OverTime, ...]
    ranks: Mapping[tuple[str, str], float]

    def deviations(self, start: int, stop: int) -> dict[str, Array]:
        """By factor, what it is above 1 (if it multiplies) or the amount it adds, (year, scenario) or (1, scenario)."""
        return self._once(start, stop) | self._over_time(start, stop)

    def _once(self, start: int, stop: int) -> dict[str, Array]:
        if not self.once:
            return {}
        names = [each.name for each in self.once]
        numbers = np.stack([uniforms(self.seed, f"factor:{name}", start, stop) for name in names])
        numbers = Copula.of(self._matrix(names)).uniforms(numbers)
        drawn = [distribution_of(each.distribution).quantile(row) for each, row in zip(self.once, numbers, strict=True)]
        shifted = [x - 1 if each.multiplies else x for each, x in zip(self.once, drawn, strict=True)]
        return {name: np.asarray(x)[np.newaxis] for name, x in zip(names, shifted, strict=True)}

    def _over_time(self, start: int, stop: int) -> dict[str, Array]:
        if not self.over_time:
            return {}
        names, calendar = [each.name for each in self.over_time], range(self.first + 1, self.first + self.years)
        normal = import_module("scipy.special").ndtri
        shocks = [[uniforms(self.seed, f"factor:{n}[{year}]", start, stop) for year in calendar] for n in names]
        known = np.zeros((len(names), 1, stop - start))
        normals = np.concatenate([known, np.reshape(normal(shocks), (len(names), len(calendar), stop - start))], axis=1)
        processes = [each.process for each in self.over_time]
        found = paths(processes, np.arange(float(self.years)), normals, pearson(self._matrix(names)))
        moved = [x - 1 if each.on is On.LOGS else x for each, x in zip(processes, found, strict=True)]
        return dict(zip(names, moved, strict=True))

    def _matrix(self, names: Sequence[str]) -> Array:
        return correlation_matrix(names, {pair: rank for pair, rank in self.ranks.items() if {*pair} <= {*names}})


def common_factors(portfolio: Portfolio, calendar: range, seed: int) -> CommonFactors:
    """The factors of a portfolio that is in order, on the calendar of its pool."""
    stated = portfolio.factors
    ranks = {(terms.between[0], terms.between[1]): rank_of(terms) for terms in portfolio.correlations}
    once = tuple(_drawn_once(name, factor) for name, factor in stated.items() if factor.distribution is not None)
    over_time = tuple(OverTime(name, _process(factor)) for name, factor in stated.items() if factor.type is not None)
    return CommonFactors(seed, calendar.start, len(calendar), once, over_time, ranks)


def _drawn_once(name: str, factor: Factor) -> Once:
    assert factor.distribution is not None
    distribution, _ = read_distribution(factor.distribution, Unit.SHARE)
    assert distribution is not None
    return Once(name, distribution, factor.multiplies)


def _process(factor: Factor) -> Process:
    assert factor.volatility is not None
    if factor.type == "geometric_brownian":
        return Process(factor.volatility.number)
    assert factor.reversion is not None
    return Process(factor.volatility.number, factor.reversion.number, On.LEVELS)
