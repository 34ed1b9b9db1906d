"""A simulation that can begin: the model, what is drawn and what is kept, in one record that travels to any worker."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from finmodel.analysis.levers import Lever
from finmodel.analysis.simulation.happening import Happening, happening
from finmodel.analysis.simulation.kept import Kept, kept_lines
from finmodel.analysis.simulation.moving import Effect, Moved
from finmodel.analysis.simulation.wandering import Wandering, wandering
from finmodel.expr.graph import Graph
from finmodel.inputs.uncertainty_stated import StatedRisk, StatedUncertainty
from finmodel.results import Results

__all__ = ["CHUNK", "Plan", "plan_of"]

CHUNK = 4096
"""Scenarios computed and kept together. Results rest on it, so it does not depend on machine or workers."""

Values = float | tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that chunk k of a simulation depends on; picklable, and the same key means the same numbers."""

    key: str
    graph: Graph
    periods: int
    inputs: Mapping[str, Values]
    contract: Mapping[str, Values] | None
    """The contract's values where the debt stays as contracted; ``None`` where it is sized again."""
    uncertainty: StatedUncertainty
    moved: tuple[Moved, ...]
    wandering: tuple[Wandering, ...]
    happening: tuple[Happening, ...]
    kept: Kept
    method: str
    seed: int
    scenarios: int
    chunk: int

    @property
    def chunks(self) -> int:
        """How many chunks there are."""
        return -(-self.scenarios // self.chunk)

    def part(self, chunk: int) -> slice:
        """The scenarios of a chunk, counted from 0."""
        return slice(chunk * self.chunk, min((chunk + 1) * self.chunk, self.scenarios))


def plan_of(
    results: Results,
    uncertainty: StatedUncertainty,
    shocks: Mapping[str, Mapping[str, Values]],
    *,
    scenarios: int,
    seed: int,
    method: str,
    frozen: bool = True,
    whole: frozenset[str] = frozenset(),
    standing: Mapping[str, Values] | None = None,
) -> Plan:
    """The plan of a simulation that starts from some results.

    ``shocks`` gives the inputs that a risk changes, by its name, with what they change to from ``standing``, the
    inputs of the results if none are given; ``whole`` names the inputs that have no fractions.
    """
    moved = tuple(_moved(results, uncertainty, shocks, whole, standing or results.inputs.values))
    kept = kept_lines(results)
    contract = dict(results.contract) if frozen else None
    said: dict[str, Any] = {
        "inputs": results.inputs.values,
        "contract": contract,
        "lines": sorted(results.graph.lines),
        "uncertainty": asdict(uncertainty),
        "moved": [(each.lever.name, [asdict(effect) for effect in each.effects]) for each in moved],
        "scenarios": scenarios,
        "seed": seed,
        "method": method,
        "chunk": CHUNK,
        "hashes": dict(results.hashes),
    }
    return Plan(
        key=hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest(),
        graph=results.graph,
        periods=len(results.periods),
        inputs=results.inputs.values,
        contract=contract,
        uncertainty=uncertainty,
        moved=moved,
        wandering=wandering(results, uncertainty.processes, uncertainty.correlations),
        happening=tuple(happening(results, event) for event in uncertainty.events),
        kept=kept,
        method=method,
        seed=seed,
        scenarios=scenarios,
        chunk=CHUNK,
    )


def _moved(
    results: Results,
    uncertainty: StatedUncertainty,
    shocks: Mapping[str, Mapping[str, Values]],
    whole: frozenset[str],
    standing: Mapping[str, Values],
) -> Iterator[Moved]:
    """Every input that anything moves, in the order of the case, with its effects in the order they are named."""
    by_path = {entry.path: name for name, entry in results.inputs.entries.items()}
    effects: dict[str, list[Effect]] = {}
    for variable in uncertainty.variables:
        for path in variable.figures:
            effects.setdefault(by_path[path], []).append(Effect(variable.name, variable.way))
    for process in uncertainty.processes:
        for path in process.figures:
            effects.setdefault(by_path[path], []).append(Effect(process.name, process.way))
    for event in uncertainty.events:
        for path in event.figures:
            effects.setdefault(by_path[path], []).append(Effect(event.name, event.way, (event.size,)))
    for risk in uncertainty.risks:
        for name, value in shocks.get(risk.name, {}).items():
            effects.setdefault(name, []).append(_effect(results, risk, name, (standing[name], value)))
    for name, entry in results.inputs.entries.items():
        if name in effects:
            yield Moved(Lever(entry), tuple(effects[name]), name in whole)


def _effect(results: Results, risk: StatedRisk, name: str, change: tuple[Values, Values]) -> Effect:
    """What a risk does to an input, as it is written: a factor, an amount, or a value; a change is from and to."""
    way = dict(risk.changes).get(results.inputs[name].path, "value")
    base, changed = (np.atleast_1d(np.asarray(value, float)) for value in change)
    if way == "add":
        stated = changed - base
    elif way == "times":
        stated = np.divide(changed, base, out=np.ones_like(base), where=base != 0)
    else:
        stated = changed
    return Effect(risk.name, way, tuple(stated.tolist()))
