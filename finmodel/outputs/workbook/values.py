"""The value of every row: the model's own lines from the results, passes and parts of formulas from the same engine."""

from __future__ import annotations

from math import isnan, log

from finmodel.engines.excel_unrolling import SWITCH, contract_name
from finmodel.engines.numpy_engine import NumpyEngine
from finmodel.expr.graph import Graph
from finmodel.expr.line import Shape
from finmodel.expr.order import ordered
from finmodel.outputs.workbook.inputs_plan import FIRST_GUESS
from finmodel.outputs.workbook.plan import Plan
from finmodel.results import Value

__all__ = ["Numbers", "row_values"]

Numbers = tuple[Value, ...]


def row_values(plan: Plan) -> dict[str, Numbers]:
    """For every line on a sheet its values over the periods; a single value has one."""
    results = plan.results
    found: dict[str, Numbers] = {name: tuple(values) for name, values in results.series.items()}
    found.update({name: (value,) for name, value in results.values.items()})
    missing = [name for name in plan.lines if name not in found]
    if missing:
        found.update(_computed(plan, missing))
    found.update({name: (_search(name, found[line][0]),) for name, line in plan.searches.items()})
    return found


def _search(row: str, rate: Value) -> Value:
    """What a search for an internal rate shows: the rate, or how far it is from the first guess."""
    if rate is None or "~near" not in row:
        return rate
    return abs(log((1 + rate) / (1 + FIRST_GUESS)))


def _computed(plan: Plan, names: list[str]) -> dict[str, Numbers]:
    results = plan.results
    steps = ordered(plan.lines, frozen=False)
    graph = Graph(plan.unrolled.inputs, plan.lines, steps, steps)
    inputs: dict[str, object] = dict(results.inputs.values)
    if results.graph.freezable:
        inputs[SWITCH] = float(results.frozen)
    inputs.update({contract_name(name): results.contract[name] for name in results.graph.freezable})
    batch = NumpyEngine(graph, plan.periods, outputs=names).run(inputs)  # type: ignore[arg-type]
    found: dict[str, Numbers] = {}
    for name in names:
        if plan.lines[name].shape is Shape.SERIES:
            found[name] = tuple(_value(number) for number in batch.series(name).tolist())
        else:
            found[name] = (_value(batch.value(name)),)
    return found


def _value(number: float) -> Value:
    return None if isnan(number) else number
