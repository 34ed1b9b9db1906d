"""finmodel as a scenario engine: one case compiled once, every amount of money and cost shocked, in any number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from finmodel.engines.numpy_engine import NumpyEngine
from finmodel.expr.line import Shape
from finmodel.inputs.case import Case
from finmodel.inputs.loader import load_case
from finmodel.model.assembly import assemble

__all__ = ["CASES", "LIGHTING", "LIKE_FOR_LIKE", "ScenarioEngine", "like_for_like", "run_like_for_like"]

Array = NDArray[np.float64]

CASES = Path(__file__).parents[1] / "cases"
LIGHTING = CASES / "alatau_gate_lighting" / "case.yaml"
LIKE_FOR_LIKE = CASES / "sam_single_owner" / "a.yaml"
"""The deal that PySAM runs, as a case of ours."""

_SHOCKED = ("amount", "unit_cost")
"""Figures that are shocked wherever an instance has them: what is earned, and what things cost."""


@dataclass(frozen=True, slots=True)
class ScenarioEngine:
    """A case ready to be run under shocks, for its key results."""

    engine: NumpyEngine
    values: Mapping[str, object]
    series: frozenset[str]
    shocked: tuple[str, ...]
    contract: Mapping[str, Array]

    @classmethod
    def of(cls, path: Path) -> ScenarioEngine:
        """The case at ``path``, compiled, with its contract values from the base run."""
        return cls.of_case(load_case(path).case)

    @classmethod
    def of_case(cls, case: Case) -> ScenarioEngine:
        """A case, compiled, with its contract values from the base run."""
        model = assemble(case)
        kpis = [line.name for line in model.graph.lines.values() if "kpi" in line.tags and line.shape is Shape.SCALAR]
        values = model.inputs.values
        base = NumpyEngine(model.graph, model.periods).run(values)
        contract = {name: base.lines[name] for name in model.graph.freezable}
        shocked = tuple(name for name in values if name.rpartition(".")[2] in _SHOCKED)
        series = frozenset(name for name, shape in model.inputs.shapes.items() if shape is not Shape.SCALAR)
        return cls(NumpyEngine(model.graph, model.periods, outputs=kpis), values, series, shocked, contract)

    def anew(self, *, many: int) -> ScenarioEngine:
        """The same with nothing compiled; from ``many`` scenarios on a program for many is made."""
        old = self.engine
        engine = NumpyEngine(old.graph, old.periods, outputs=old.outputs)
        engine.many = many  # type: ignore[misc]
        return replace(self, engine=engine)

    def run(self, count: int, *, frozen: bool, seed: int = 1) -> Mapping[str, Array]:
        """The key results of ``count`` scenarios: every shocked figure times its own factor between 0.9 and 1.1."""
        draw = np.random.default_rng(seed)
        inputs: dict[str, object] = dict(self.values)
        for name in self.shocked:
            value = np.asarray(self.values[name], dtype=np.float64)
            if name in self.series and value.ndim:
                inputs[name] = value[:, np.newaxis] * draw.uniform(0.9, 1.1, (value.size, count))
            else:
                inputs[name] = value * draw.uniform(0.9, 1.1, count)
        found = self.engine.run(inputs, frozen=self.contract if frozen else None, scenarios=count)  # type: ignore[arg-type]
        return found.lines


@cache
def like_for_like() -> ScenarioEngine:
    """The deal that PySAM runs, compiled once in each process."""
    return ScenarioEngine.of(LIKE_FOR_LIKE)


def run_like_for_like(count: int) -> None:
    """Scenarios of the deal that PySAM runs, the debt re-sized in each."""
    like_for_like().run(count, frozen=False)
