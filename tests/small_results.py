"""Results of small graphs for tests: computed by the reference engine, on a half-yearly grid from 2027."""

from collections.abc import Mapping, Sequence
from datetime import date

from finmodel.engines.numpy_engine import NumpyEngine
from finmodel.expr.graph import Graph
from finmodel.expr.line import Shape
from finmodel.inputs.table import InputEntry, InputTable
from finmodel.results import Check, Kpi, Period, Results, ScenarioInputs, Value

__all__ = ["small_results"]

Number = float | Sequence[float]


def small_results(
    graph: Graph,
    values: Mapping[str, Number],
    periods: int,
    *,
    frozen: bool = False,
    contract: Mapping[str, Number] | None = None,
    scenarios: Sequence[ScenarioInputs] = (),
) -> Results:
    """The results of a graph; without ``contract``, its own re-sized values are the contract's."""
    engine = NumpyEngine(graph, periods)
    plain = {name: tuple(map(float, v)) if isinstance(v, Sequence) else float(v) for name, v in values.items()}
    found = engine.run(plain)
    fixed = dict(contract or {name: _value(graph, found, name) for name in graph.freezable})
    if frozen:
        found = engine.run(plain, frozen=fixed)
    lines = graph.lines.values()
    return Results(
        name="small",
        title="A small graph",
        currency="KZT million",
        period_months=6,
        graph=graph,
        inputs=InputTable({name: InputEntry(graph.inputs[name], plain[name], f"small.{name}") for name in plain}),
        periods=[_half_year(number) for number in range(periods)],
        series={x.name: tuple(map(_number, found.series(x.name))) for x in lines if x.shape is Shape.SERIES},
        values={x.name: _number(found.value(x.name)) for x in lines if x.shape is Shape.SCALAR},
        kpis={x.tags["kpi"]: Kpi(x.name, _number(found.value(x.name)), x.unit) for x in lines if "kpi" in x.tags},
        checks={
            x.name: Check(x.name, found.value(x.name), abs(found.value(x.name)) < 1e-6, x.tags["check"])
            for x in lines if "check" in x.tags
        },
        contract={name: tuple(v) if isinstance(v, Sequence) else float(v) for name, v in fixed.items()},
        scenarios=scenarios,
        frozen=frozen,
        passes=found.passes,
    )  # fmt: skip


def _half_year(number: int) -> Period:
    year, half = 2027 + number // 2, number % 2
    return Period(date(year, 1 + half * 6, 1), date(year, 12, 31) if half else date(year, 6, 30))


def _value(graph: Graph, found: object, name: str) -> Number:
    if graph.lines[name].shape is Shape.SERIES:
        return tuple(found.series(name).tolist())  # type: ignore[attr-defined]
    return float(found.value(name))  # type: ignore[attr-defined]


def _number(value: float) -> Value:
    return None if value != value else float(value)
