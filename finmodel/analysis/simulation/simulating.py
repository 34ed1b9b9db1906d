"""A simulation from results to records: what it starts from, its plan, its run, and what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from numpy.typing import NDArray

from finmodel.analysis.simulation.chunks import Chunk
from finmodel.analysis.simulation.kept import kept_values
from finmodel.analysis.simulation.parts import Parts
from finmodel.analysis.simulation.plan import Plan, plan_of
from finmodel.analysis.simulation.running import run_plan
from finmodel.analysis.simulation.summary import Summary
from finmodel.engines.numpy_engine import NumpyEngine
from finmodel.errors import UsageError
from finmodel.inputs.case import Case
from finmodel.inputs.flatten import changed_inputs, flatten
from finmodel.inputs.loader import BASE, LoadedCase
from finmodel.inputs.names import named_figures
from finmodel.inputs.risks import public_parties
from finmodel.inputs.table import InputTable
from finmodel.inputs.uncertainty_stated import stated_uncertainty
from finmodel.inputs.uncertainty_timing import too_late
from finmodel.results import Results
from finmodel.simulated import Simulation

__all__ = ["EXAMPLE", "METHODS", "Wanted", "planned", "simulated", "values_by_scenario"]

METHODS = ("latin_hypercube", "random", "sobol")
EXAMPLE = """\
uncertainty:
  variables:
    construction_cost:
      figures: [capex.*.overrun]
      way: add
      distribution: {type: pert, low: -5 %, mode: 0 %, high: 25 %}"""
"""What a case that states nothing uncertain could state."""

Values = float | tuple[float, ...]
_KEPT = ("ok", "kpi:", "flag:", "party:", "worth:", "unpaid", "driver:")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: how many scenarios of which seed, drawn how, from what, with which debt."""

    scenarios: int
    seed: int = 1
    method: str = "latin_hypercube"
    resize: bool = False
    scenario: str = BASE

    @property
    def settings(self) -> Mapping[str, object]:
        """What tells two simulations of the same case apart, as a person would say it."""
        return {
            "scenarios": self.scenarios,
            "seed": self.seed,
            "method": self.method,
            "debt": "sized again" if self.resize else "as contracted",
            "scenario": self.scenario,
        }


def planned(results: Results, loaded: LoadedCase[Case], wanted: Wanted) -> Plan:
    """The plan of a simulation of a case that is loaded, from the results of its base case.

    Raises ``UsageError`` where nothing is uncertain, or where there is no such scenario.
    """
    case = loaded.case
    uncertainty = stated_uncertainty(case)
    if uncertainty.is_empty:
        raise UsageError(
            f"{results.name} states nothing that is uncertain: neither uncertainty: nor risks: that move figures. "
            f"For example:\n\n{EXAMPLE}\n\ndocs/simulation.md shows all that can be stated."
        )
    for _, what, remedy in too_late(case, {}, [risk.name for risk in uncertainty.risks]):
        raise UsageError(f"The risks of {results.name}, all at once: {what}; {remedy}.")
    start = _starting(results, wanted.scenario)
    names = {_name(start, named.path): named.spec.whole for named in named_figures(case)}
    return plan_of(
        start,
        uncertainty,
        _shocks(loaded),
        scenarios=wanted.scenarios,
        seed=wanted.seed,
        method=wanted.method,
        frozen=not wanted.resize,
        whole=frozenset(name for name, whole in names.items() if whole and name),
        standing=results.inputs.values,
    )


def simulated(
    results: Results,
    case: Case,
    plan: Plan,
    parts: Parts,
    *,
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Simulation:
    """What a plan finds, run as far as it is not yet done."""
    run_plan(plan, parts, jobs=jobs, progress=progress)
    base = _as_it_stands(plan)
    return Summary(results, plan, parts, base, public_parties(case)).simulation()


def values_by_scenario(parts: Parts) -> Iterator[tuple[str, NDArray[Any]]]:
    """What is kept of single values in every scenario, by name; lines by period are left out."""
    for name in parts.names():
        if name.startswith(_KEPT):
            yield name, parts.gathered(name)


def _shocks(loaded: LoadedCase[Case]) -> Mapping[str, Mapping[str, Values]]:
    """The inputs that each risk changes, with what they change to."""
    grid = loaded.case.grid()
    flat = flatten(loaded.case, grid, document=loaded.document)
    return {name: changed_inputs(flat, variant.case, grid) for name, variant in loaded.risks.items()}


def _as_it_stands(plan: Plan) -> Chunk:
    """The case that draws start from, kept like a chunk of one scenario."""
    engine = NumpyEngine(plan.graph, plan.periods, outputs=plan.kept.outputs)
    return kept_values(plan.kept, engine.run(plan.inputs, frozen=plan.contract, scenarios=1))


def _starting(results: Results, scenario: str) -> Results:
    """The results with the inputs of a scenario; raises ``UsageError`` where there is no such scenario."""
    if scenario == results.scenario:
        return results
    found = {each.name: each for each in results.scenarios}
    if scenario not in found:
        known = ", ".join((results.scenario, *found))
        raise UsageError(f"{results.name} has no scenario {scenario!r}; it has: {known}.")
    changed = found[scenario].inputs
    entries = {
        name: replace(entry, value=changed.get(name, entry.value)) for name, entry in results.inputs.entries.items()
    }
    return replace(results, inputs=InputTable(entries))


def _name(results: Results, path: tuple[str | int, ...]) -> str:
    wanted = ".".join(map(str, path))
    return next((name for name, entry in results.inputs.entries.items() if entry.path == wanted), "")
