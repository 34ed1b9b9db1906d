"""Drawing a chunk: from seed and method to the inputs of the model in each of its scenarios."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.simulation.plan import Plan
from finmodel.analysis.simulation.sampling import RandomDraws, normal_scores, quantiles
from finmodel.inputs.uncertainty_correlations import correlation_matrix, pearson_of_rank

__all__ = ["Drawing", "DrawnChunk"]

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
        self._risks = tuple(risk.name for risk in stated.risks)
        paths = tuple(name for each in plan.wandering for name in each.names)
        names = (*self._variables, *(f"risk:{name}" for name in self._risks), *paths)
        self._sequence = RandomDraws(plan.seed, names, plan.scenarios)
        ranks = {(first, second): rank for first, second, rank in stated.correlations}
        self._variable_root = _root(self._variables, ranks)
        self._process_root = _root(tuple(each.process.name for each in plan.wandering), ranks)

    def chunk(self, number: int) -> DrawnChunk:
        """The scenarios of one chunk."""
        part = self.plan.part(number)
        numbers = self._sequence.uniforms(part.start, part.stop)
        count, risks = len(self._variables), len(self._risks)
        drawn = self._drawn_variables(numbers[:count])
        for row, risk in enumerate(self.plan.uncertainty.risks):
            drawn[risk.name] = (numbers[count + row] < risk.probability).astype(float)
        drawn |= self._paths(numbers[count + risks :])
        moved = {each.lever.name: each.values(drawn) for each in self.plan.moved}
        drivers = {name: values if values.ndim == 1 else values.mean(axis=0) for name, values in drawn.items()}
        return DrawnChunk(
            inputs={name: values for name, (values, _) in moved.items()},
            drivers=drivers,
            beyond=[beyond for _, beyond in moved.values()],
            count=part.stop - part.start,
        )

    def _drawn_variables(self, numbers: Array) -> dict[str, Array]:
        if self._variable_root is not None:
            scores = self._variable_root @ normal_scores(numbers)
            numbers = np.asarray(_normal_shares(scores))
        return {
            variable.name: quantiles(variable.distribution, numbers[row])
            for row, variable in enumerate(self.plan.uncertainty.variables)
        }

    def _paths(self, numbers: Array) -> dict[str, Array]:
        """The path of every process; at the same time of their figures, shocks go together as the case states."""
        scores, start = [], 0
        for each in self.plan.wandering:
            scores.append(normal_scores(numbers[start : start + each.steps]))
            start += each.steps
        if self._process_root is not None:
            scores = _joined(self._process_root, scores)
        return {each.process.name: each.path(own) for each, own in zip(self.plan.wandering, scores, strict=True)}


def _joined(root: Array, scores: list[Array]) -> list[Array]:
    """Scores of several processes made to go together, step by step from the last one back."""
    steps = max(each.shape[0] for each in scores)
    padded = np.stack([np.pad(each, ((steps - each.shape[0], 0), (0, 0))) for each in scores])
    mixed = np.einsum("ij,jtm->itm", root, padded)
    return [mixed[row, steps - each.shape[0] :] for row, each in enumerate(scores)]


def _root(names: Sequence[str], ranks: Mapping[tuple[str, str], float]) -> Array | None:
    """The Cholesky root of the correlations of normal scores; none where nothing goes together."""
    matrix = correlation_matrix(names, {pair: rank for pair, rank in ranks.items() if {*pair} <= {*names}})
    scores = np.array(
        [[1.0 if i == j else pearson_of_rank(x) for j, x in enumerate(row)] for i, row in enumerate(matrix)]
    )
    return None if len(names) < 2 or not (scores - np.eye(len(names))).any() else np.linalg.cholesky(scores)


def _normal_shares(scores: Array) -> Array:
    from importlib import import_module

    return np.asarray(import_module("scipy.special").ndtr(scores))
