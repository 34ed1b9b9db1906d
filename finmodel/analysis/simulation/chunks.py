"""One chunk of a simulation: drawn, run through the engine, and what is kept of it; the same for every worker."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from finmodel.analysis.simulation.drawing import Drawing, DrawnChunk
from finmodel.analysis.simulation.kept import kept_values
from finmodel.analysis.simulation.plan import Plan
from finmodel.engines.numpy_engine import NumpyEngine
from finmodel.errors import NotConvergedError, OutOfRangeError

__all__ = ["Chunk", "run_chunk"]

Chunk = Mapping[str, NDArray[Any]]
"""What is kept of a chunk, by name; the last axis is the scenario, but for ``beyond`` and ``trouble``.

``kpi:NAME``, ``party:NAME``, ``worth:NAME`` and ``driver:NAME`` (scenario,); ``flag:NAME`` (scenario,) true or false;
``cost:NAME`` (year, scenario) and ``line:NAME`` (period, scenario) in single precision; ``ok`` (scenario,) where it
converged; ``beyond`` (moved input,) values held at a bound; ``trouble`` what the engine said first, as text.
"""

_READY: dict[str, _Ready] = {}
"""The compiled engine of the plan that this process last worked on, by its key."""


class _Ready:
    """What a process makes once of a plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.drawing = Drawing(plan)
        self.engine = NumpyEngine(plan.graph, plan.periods, outputs=plan.kept.outputs)


def run_chunk(plan: Plan, number: int) -> Chunk:
    """Chunk ``number`` of a plan, counted from 0: the same bits wherever and whenever it is run."""
    if plan.key not in _READY:
        _READY.clear()
        _READY[plan.key] = _Ready(plan)
    ready = _READY[plan.key]
    drawn = ready.drawing.chunk(number)
    found, troubles = _computed(ready, drawn, slice(0, drawn.count))
    found |= {f"driver:{name}": values for name, values in drawn.drivers.items()}
    found["beyond"] = np.asarray(drawn.beyond, np.int64)
    found["trouble"] = np.frombuffer(troubles.encode(), np.uint8)
    return found


def _computed(ready: _Ready, drawn: DrawnChunk, part: slice) -> tuple[dict[str, NDArray[Any]], str]:
    """Some scenarios of a chunk; those that have no solution are found by halves, and marked."""
    plan, count = ready.plan, part.stop - part.start
    inputs: dict[str, ArrayLike] = {**plan.inputs, **{name: x[..., part] for name, x in drawn.inputs.items()}}
    try:
        batch = ready.engine.run(inputs, frozen=plan.contract, scenarios=count)
    except (NotConvergedError, OutOfRangeError) as error:
        if count == 1:
            return _blank(ready), str(error)
    else:
        return {**kept_values(plan.kept, batch), "ok": np.ones(count, bool)}, ""
    middle = part.start + count // 2
    halves = [_computed(ready, drawn, slice(part.start, middle)), _computed(ready, drawn, slice(middle, part.stop))]
    (first, said), (second, after) = halves
    return {name: np.concatenate([first[name], second[name]], axis=-1) for name in first}, said or after


def _blank(ready: _Ready) -> dict[str, NDArray[Any]]:
    """What is kept of a scenario without a solution: nothing, in the shapes of one with a solution."""
    batch = ready.engine.run(ready.plan.inputs, frozen=ready.plan.contract, scenarios=1)
    found = kept_values(ready.plan.kept, batch)
    blank = {name: np.full_like(values, np.nan if values.dtype.kind == "f" else 0) for name, values in found.items()}
    return {**blank, "ok": np.zeros(1, bool)}
