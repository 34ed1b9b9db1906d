"""The value of every row: the model's own lines from the results, passes and parts of formulas from the same engine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import isnan, log

from finmodel.engines.excel_unrolling import SWITCH, blocks, contract_name, copy_name, one_pass, replaced
from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.expr.graph import Graph
from finmodel.expr.line import Line, Shape, Variable
from finmodel.expr.nodes import Input, Reference
from finmodel.expr.order import ordered
from finmodel.outputs.workbook.inputs_plan import FIRST_GUESS
from finmodel.outputs.workbook.plan import Plan
from finmodel.results import Value

__all__ = ["row_values"]

Numbers = tuple[Value, ...]


def row_values(plan: Plan) -> dict[str, Numbers]:
    """For every line on a sheet its values over the periods; a single value has one."""
    results = plan.results
    found: dict[str, Numbers] = {name: tuple(values) for name, values in results.series.items()}
    found.update({name: (value,) for name, value in results.values.items()})
    given = _given(plan)
    _add_passes(plan, found, given)
    _add(plan, [line for name, line in plan.lines.items() if name not in found], found, given)
    found.update({name: (_search(name, found[line][0]),) for name, line in plan.searches.items()})
    return found


def _given(plan: Plan) -> dict[str, Numbers | float]:
    """The inputs of the workbook: those of the case, the switch, and the contract's values."""
    results = plan.results
    found: dict[str, Numbers | float] = dict(results.inputs.values)
    found[SWITCH] = float(results.frozen)
    found.update({contract_name(name): plan.contract_value(name) for name in plan.contract})
    return found


def _add_passes(plan: Plan, found: dict[str, Numbers], given: Mapping[str, Numbers | float]) -> None:
    """Runs each pass of each block from the values that the pass before found."""
    count = len(plan.unrolled.passes) - 1
    for block in blocks(plan.results.graph):
        guesses = [plan.unrolled.lines[copy_name(name, 0)] for name in block.solved]
        _add(plan, guesses, found, given)
        lines = one_pass(plan.results.graph, block)
        engine = _engine(plan, lines, found)
        known = dict(found)
        for number in range(1, count + 1):
            known.update({name: found[copy_name(name, number - 1)] for name in block.solved})
            batch = engine.run(_inputs(engine, known, given))
            for line in lines:
                found[copy_name(line.name.removesuffix("~next"), number)] = _numbers(batch, line)


def _add(plan: Plan, lines: Sequence[Line], found: dict[str, Numbers], given: Mapping[str, Numbers | float]) -> None:
    """Computes lines that read only inputs, each other and what is known already."""
    if lines:
        engine = _engine(plan, lines, found)
        batch = engine.run(_inputs(engine, found, given))
        found.update({line.name: _numbers(batch, line) for line in lines})


def _engine(plan: Plan, lines: Iterable[Line], found: Mapping[str, Numbers]) -> NumpyEngine:
    """The engine of some lines; all else that they read is an input to it, or computed again where it is blank."""
    inside = {line.name: line for line in lines}
    outside: dict[str, Variable] = {}
    waiting = list(inside.values())
    while waiting:
        for node in waiting.pop().expression.walk():
            if not isinstance(node, (Input, Reference)) or node.name in inside or node.name in outside:
                continue
            if None in found.get(node.name, ()):
                inside[node.name] = plan.lines[node.name]
                waiting.append(inside[node.name])
            else:
                of = plan.unrolled.inputs.get(node.name) or plan.lines[node.name]
                outside[node.name] = Variable(node.name, "", of.unit, of.shape)
    known = {name: Input(name) for name in outside}
    inside = {line.name: replace(line, expression=replaced(line.expression, known)) for line in inside.values()}
    steps = ordered(inside, frozen=False)
    return NumpyEngine(Graph(outside, inside, steps, steps), plan.periods)


def _inputs(
    engine: NumpyEngine, found: Mapping[str, Numbers], given: Mapping[str, Numbers | float]
) -> dict[str, list[float] | float]:
    inputs: dict[str, list[float] | float] = {}
    for name, variable in engine.graph.inputs.items():
        value = found[name] if name in found else given[name]
        numbers = [number for number in value if number is not None] if isinstance(value, tuple) else value
        inputs[name] = numbers[0] if variable.shape is Shape.SCALAR and isinstance(numbers, list) else numbers
    return inputs


def _numbers(batch: Batch, line: Line) -> Numbers:
    if line.shape is Shape.SERIES:
        return tuple(None if isnan(number) else number for number in batch.series(line.name).tolist())
    number = batch.value(line.name)
    return (None if isnan(number) else number,)


def _search(row: str, rate: Value) -> Value:
    """What a search for an internal rate shows: the rate, or how far it is from the first guess."""
    if rate is None or "~near" not in row:
        return rate
    return abs(log((1 + rate) / (1 + FIRST_GUESS)))
