"""The value of every row: the model's own lines from the results, passes and parts of formulas from the same engine."""

from __future__ import annotations

from math import log

from finmodel.outputs.workbook.inputs_plan import FIRST_GUESS
from finmodel.outputs.workbook.known import Known, Numbers
from finmodel.outputs.workbook.plan import Plan
from finmodel.results import Value

__all__ = ["row_values"]


def row_values(plan: Plan) -> dict[str, Numbers]:
    """For every line on a sheet its values over the periods; a single value has one."""
    results = plan.results
    known = Known.from_results(results)
    known.values.update(plan.passes.values)
    known.add([line for name, line in plan.lines.items() if name not in known.values], plan.lines)
    found: dict[str, Numbers] = {name: tuple(values) for name, values in results.series.items()}
    found.update({name: (value,) for name, value in results.values.items()})
    found.update({name: known.shown(name) for name in plan.lines if name not in found})
    found.update({name: (_search(name, found[line][0]),) for name, line in plan.searches.items()})
    return found


def _search(row: str, rate: Value) -> Value:
    """What a search for an internal rate shows: the rate, or how far it is from the first guess."""
    if rate is None or "~near" not in row:
        return rate
    return abs(log((1 + rate) / (1 + FIRST_GUESS)))
