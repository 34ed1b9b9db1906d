"""Scenarios side by side: every scenario of a case beside its base case, from one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from finmodel.analysis.asked import asked_line
from finmodel.analysis.comparison.figure_changes import figure_changes
from finmodel.analysis.comparison.scenario_results import scenario_results
from finmodel.analysis.evaluation import kpi_of
from finmodel.compared import Outcome, SideBySide
from finmodel.errors import Problem
from finmodel.inputs.table import InputTable
from finmodel.results import Check, Kpi, Results, Value

__all__ = ["asked_kpis", "change", "changes_of", "failing", "side_by_side"]


def side_by_side(
    base: Results,
    tables: Mapping[str, InputTable],
    *,
    resize: bool,
    refused: Callable[[str, Results], Iterable[Problem]],
    asked: Sequence[str] = (),
) -> SideBySide:
    """Every scenario beside the base case; ``tables`` gives the inputs of each, on the grid of the base case.

    ``refused`` says why a deal would not be made under a scenario, where debt is sized again in it. ``asked`` names
    what to compare, key results or single lines; without it, every key result. Raises ``UsageError`` for a name that
    is neither.
    """
    outcomes = []
    kpis = asked_kpis(base, asked)
    stated = {scenario.name: scenario for scenario in base.scenarios}
    for name, found in scenario_results(base, tables, resize=resize).items():
        trouble = found if isinstance(found, str) else "; ".join(f"{p.key}: {p.what}" for p in refused(name, found))
        figures = figure_changes(base.inputs, tables[name])
        head = (name, stated[name].label, stated[name].parent, figures)
        if trouble or isinstance(found, str):
            outcomes.append(Outcome(*head, None, trouble=trouble))
        else:
            answers = asked_kpis(found, asked)
            outcomes.append(Outcome(*head, found, answers, changes_of(kpis, answers), failing(found)))
    return SideBySide(base, kpis, failing(base), tuple(outcomes), resize)


def asked_kpis(results: Results, asked: Sequence[str]) -> Mapping[str, Kpi]:
    """The key results and single lines of these names, or all key results if none is named."""
    lines = {name: asked_line(results.graph, name) for name in asked}
    return {name: kpi_of(results, line) for name, line in lines.items()} or results.kpis


def changes_of(before: Mapping[str, Kpi], after: Mapping[str, Kpi]) -> dict[str, Value]:
    """Of every key result that both have, by how much it is more."""
    return {name: change(kpi.value, after[name].value) for name, kpi in before.items() if name in after}


def change(before: Value, after: Value) -> Value:
    """The second less the first; ``None`` where either is blank."""
    return None if before is None or after is None else after - before


def failing(results: Results) -> Sequence[Check]:
    """The checks that do not hold, those of integrity first."""
    failed = [check for check in results.checks.values() if not check.ok]
    return tuple(sorted(failed, key=lambda check: check.kind != "integrity"))
