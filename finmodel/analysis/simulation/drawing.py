"""Drawing a chunk: from seed and method to the inputs of the model in each of its scenarios."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.draws.correlation import Copula, correlation_matrix
from finmodel.analysis.draws.distributions import (
    Discrete,
    Distribution,
    LognormalByMean,
    Normal,
    Pert,
    Triangular,
    Uniform,
    empirical,
)
from finmodel.analysis.draws.sequences import Sampling, draws
from finmodel.analysis.simulation.plan import Plan
from finmodel.inputs.uncertainty_distributions import StatedDistribution

__all__ = ["Drawing", "DrawnChunk", "distribution_of"]

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class DrawnChunk:
    """The scenarios of a chunk before they are computed."""

    inputs: Mapping[str, Array]
    """What moves, by input: (scenario,) or (position, scenario)."""
    drivers: Mapping[str, Array]
    """One number for each driver and scenario: what is drawn, the mean of a path, 1 where a risk happens."""
    beyond: Sequence[int]
    """Values held at a bound, by moved input."""
    count: int


class Drawing:
    """Draws the chunks of a plan, in any order; what is needed for all of them is made once."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        stated = plan.uncertainty
        self._variables = tuple(variable.name for variable in stated.variables)
        risks = tuple(f"risk:{risk.name}" for risk in stated.risks)
        paths = (name for each in plan.wandering for name in each.names)
        names = (*self._variables, *risks, *paths, *(each.name for each in plan.happening))
        self._numbers = draws(Sampling(plan.method), seed=plan.seed, names=names, scenarios=plan.scenarios)
        self._distributions = [distribution_of(variable.distribution) for variable in stated.variables]
        known = {*self._variables}
        pairs = {(one, other): rank for one, other, rank in stated.correlations if {one, other} <= known}
        self._copula = Copula.of(correlation_matrix(self._variables, pairs)) if pairs else None

    def chunk(self, number: int) -> DrawnChunk:
        """The scenarios of one chunk."""
        part = self.plan.part(number)
        numbers = self._numbers.uniforms(part.start, part.stop)
        drawn = self._drawn(numbers)
        moved = {each.lever.name: each.values(drawn) for each in self.plan.moved}
        drivers = {name: values if values.ndim == 1 else values.mean(axis=0) for name, values in drawn.items()}
        return DrawnChunk(
            inputs={name: values for name, (values, _) in moved.items()},
            drivers=drivers,
            beyond=[beyond for _, beyond in moved.values()],
            count=part.stop - part.start,
        )

    def _drawn(self, numbers: Array) -> dict[str, Array]:
        """What every variable, risk and process comes to, by name."""
        stated, row = self.plan.uncertainty, len(self._variables)
        ranks = numbers[:row] if self._copula is None else self._copula.uniforms(numbers[:row])
        drawn = {name: self._distributions[n].quantile(ranks[n]) for n, name in enumerate(self._variables)}
        for risk in stated.risks:
            drawn[risk.name] = (numbers[row] < risk.probability).astype(float)
            row += 1
        for each in self.plan.wandering:
            drawn |= each.paths(numbers[row : row + len(each.names)])
            row += len(each.names)
        for happens in self.plan.happening:
            drawn[happens.event.name] = happens.shares(numbers[row])
            row += 1
        return drawn


def distribution_of(stated: StatedDistribution) -> Distribution:
    """The distribution that a case states; its parameters were found to be in order."""
    number, numbers = stated.number, stated.numbers
    match stated.type:
        case "normal":
            return Normal(number("mean"), number("deviation"))
        case "lognormal":
            return LognormalByMean(number("mean"), number("deviation"))
        case "triangular":
            return Triangular(number("low"), number("mode"), number("high"))
        case "pert":
            return Pert(number("low"), number("mode"), number("high"))
        case "uniform":
            return Uniform(number("low"), number("high"))
        case "discrete":
            return Discrete(numbers("values"), numbers("probabilities"))
        case "empirical":
            return empirical(numbers("values"))
        case other:
            raise ValueError(f"There is no distribution {other!r}.")
