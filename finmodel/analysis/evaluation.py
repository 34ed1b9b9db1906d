"""One case evaluated: sized at financial close, then run as it is or through a scenario, and put into results."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from finmodel.analysis.facility_sizes import facility_sizes
from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.engines.words_reasons import blank_reason
from finmodel.expr.graph import Graph
from finmodel.expr.line import Line, Shape
from finmodel.inputs.loader import BASE
from finmodel.model.assembly import Model
from finmodel.results import Check, Kpi, Period, Results, ScenarioInputs
from finmodel.timeline import over_periods

__all__ = ["About", "Scenario", "checks_of", "evaluate", "kpi_of", "kpis_of"]

_EPOCH = date(1899, 12, 30)
_TOLERANCE = 1e-6

Value = float | None
Contract = Mapping[str, float | tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class About:
    """What is said of a case that is not a number: its name, title, currency, words for documents, hashes."""

    name: str
    title: str
    currency: str
    details: Mapping[str, object] = field(default_factory=dict)
    hashes: Mapping[str, str] = field(default_factory=dict)
    kind: str = "project"


@dataclass(frozen=True, slots=True)
class Scenario:
    """The case under a named scenario: its model, and whether the debt is sized again or stays as contracted."""

    name: str
    model: Model
    resize: bool = False


def evaluate(
    model: Model, about: About, *, scenario: Scenario | None = None, scenarios: Sequence[ScenarioInputs] = ()
) -> Results:
    """The results of a case. A scenario runs at the contract's values unless it asks to be sized again.

    Raises ``NotConvergedError`` where a solved line has no fixed point in reach.
    """
    engine = NumpyEngine(model.graph, model.periods)
    batch = engine.run(model.inputs.values)
    contract = _contract(model.graph, batch)
    sizes = facility_sizes(model.graph, batch)
    shown = model
    if scenario is not None:
        shown = scenario.model
        batch = _scenario_batch(engine, scenario, contract)
        sizes = facility_sizes(shown.graph, batch) if scenario.resize else sizes
    graph = shown.graph
    results = Results(
        name=about.name,
        title=about.title,
        currency=about.currency,
        period_months=shown.period_months,
        graph=graph,
        inputs=shown.inputs,
        periods=_periods(batch, shown.periods),
        series={name: _plain(batch, name) for name, line in graph.lines.items() if line.shape is Shape.SERIES},
        values={name: _blank(batch.value(name)) for name, line in graph.lines.items() if line.shape is Shape.SCALAR},
        kpis={},
        checks={},
        contract=contract,
        scenarios=scenarios,
        scenario=scenario.name if scenario else BASE,
        frozen=scenario is not None and not scenario.resize,
        passes=batch.passes,
        hashes=about.hashes,
        details=about.details,
        kind=about.kind,
        facilities=sizes,
    )
    return replace(results, kpis=kpis_of(results), checks=checks_of(results))


def _scenario_batch(engine: NumpyEngine, scenario: Scenario, contract: Contract) -> Batch:
    """A scenario's run. Its grid may be longer or shorter than the contract's: what was agreed ends where it ended."""
    graph, periods = scenario.model.graph, scenario.model.periods
    if periods != engine.periods or graph.inputs.keys() != engine.graph.inputs.keys():
        engine = NumpyEngine(graph, periods)
    if scenario.resize:
        return engine.run(scenario.model.inputs.values)
    held = {name: over_periods(value, periods) for name, value in contract.items()}
    return engine.run(scenario.model.inputs.values, frozen=held)


def _contract(graph: Graph, base: Batch) -> Contract:
    found: dict[str, float | tuple[float, ...]] = {}
    for name in graph.freezable:
        is_series = graph.lines[name].shape is Shape.SERIES
        found[name] = tuple(base.series(name).tolist()) if is_series else base.value(name)
    return found


def _blank(value: float) -> Value:
    return None if math.isnan(value) else value


def _plain(batch: Batch, name: str) -> tuple[Value, ...]:
    return tuple(_blank(value) for value in batch.series(name).tolist())


def _periods(batch: Batch, count: int) -> list[Period]:
    starts, ends = batch.series("period_start"), batch.series("period_end")
    return [Period(_day(starts[t]), _day(ends[t])) for t in range(count)]


def _day(serial: float) -> date:
    return _EPOCH + timedelta(days=int(serial))


def kpis_of(results: Results) -> dict[str, Kpi]:
    """The key results by name: every line tagged as one, with the reason where it is blank."""
    return {line.tags["kpi"]: kpi_of(results, line) for line in results.graph.lines.values() if "kpi" in line.tags}


def kpi_of(results: Results, line: Line) -> Kpi:
    """A single line as a key result, with the reason where it is blank."""
    value = results.values[line.name]
    return Kpi(line.name, value, line.unit, blank_reason(results, line.name) if value is None else "")


def checks_of(results: Results) -> dict[str, Check]:
    """Every line tagged as a check; it holds where its value is 0 within the tolerance of the case."""
    tolerance = _tolerance(results)
    found = {}
    for line in results.graph.lines.values():
        if "check" in line.tags:
            value = results.values[line.name]
            holds = value is not None and abs(value) <= tolerance
            found[line.name] = Check(line.name, value, holds, line.tags["check"])
    return found


def _tolerance(results: Results) -> float:
    """The amount that is still nothing: the input or line ``tolerance`` of the case, if it has one."""
    given: object = results.values.get("tolerance")
    if "tolerance" in results.inputs.entries:
        given = results.inputs["tolerance"].value
    return given if isinstance(given, float) else _TOLERANCE
