"""Key results and checks of every scenario of a case, for documents that show them beside the base case."""

from __future__ import annotations

from dataclasses import replace

from finmodel.analysis.comparison.scenario_results import scenario_results
from finmodel.engines.numpy_engine import NumpyEngine
from finmodel.expr import nodes
from finmodel.expr.graph import Graph
from finmodel.inputs.table import InputTable
from finmodel.results import Results, ScenarioInputs, ScenarioResults

__all__ = ["scenario_kpis"]


def scenario_kpis(base: Results) -> dict[str, ScenarioResults]:
    """What each scenario comes to, by its name: debt as contracted in the base case, in an issuance yields found anew.

    One run of the lines that key results, their reasons and checks are made of.
    """
    if not base.scenarios:
        return {}
    engine = NumpyEngine(base.graph, len(base.periods), outputs=_lines(base))
    tables = {scenario.name: _table(base, scenario) for scenario in base.scenarios}
    found = scenario_results(base, tables, resize=base.is_issuance, engine=engine)
    return {name: _told(answer) for name, answer in found.items()}


def _told(answer: Results | str) -> ScenarioResults:
    return ScenarioResults(trouble=answer) if isinstance(answer, str) else ScenarioResults(answer.kpis, answer.checks)


def _lines(base: Results) -> list[str]:
    """The lines of key results and checks, of sizes where amounts are sized anew, and the flows of internal rates."""
    graph = base.graph
    sizes = [line.name for line in graph.tagged(limit="facility")]
    sizes += [f"{name}.commitment" for name in base.facilities]
    tolerance = ["tolerance"] if "tolerance" in graph.lines else []
    return [*(kpi.line for kpi in base.kpis.values()), *base.checks, *_flows(graph), *sizes, *tolerance]


def _flows(graph: Graph) -> list[str]:
    """The flows of internal rates: why there is no rate is read from them."""
    walked = (node for line in graph.lines.values() for node in line.expression.walk())
    flows = (node.flows for node in walked if isinstance(node, nodes.InternalRate))
    return [each.name for each in flows if isinstance(each, nodes.Reference)]


def _table(base: Results, scenario: ScenarioInputs) -> InputTable:
    """The inputs of a scenario."""
    changed = scenario.inputs
    return InputTable(
        {
            name: replace(entry, value=changed[name]) if name in changed else entry
            for name, entry in base.inputs.entries.items()
        }
    )
