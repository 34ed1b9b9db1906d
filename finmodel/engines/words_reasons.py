"""Why a value is blank, in words: a cover ratio without debt service, an internal rate of flows of one sign."""

from __future__ import annotations

from itertools import pairwise

from finmodel.engines.words_engine import Translate, WordsEngine, named
from finmodel.engines.words_figures import values_of
from finmodel.expr import nodes
from finmodel.expr.graph import Graph
from finmodel.expr.nodes import Node
from finmodel.results import Results

__all__ = ["REASONS", "blank_reason", "flows_behind"]

REASONS = {
    "one sign": "{name} never changes sign.",
    "no root": "No rate makes {name} worth 0.",
    "all blank": "{name} is blank in every period.",
    "no divisor": "{name} is 0.",
    "does not hold": "{name} does not hold.",
    "formula": "Blank by its formula: {name}.",
}
"""Every sentence that can be a reason; ``{name}`` is a line's label or a formula in words."""

_CONDITIONS = (
    nodes.Less, nodes.LessEqual, nodes.Greater, nodes.GreaterEqual, nodes.Equal, nodes.And, nodes.Or, nodes.Not,
)  # fmt: skip


def blank_reason(results: Results, line: str, *, translate: Translate = str) -> str:
    """One sentence that says why a single value is blank, or a series where it is."""
    words = WordsEngine(results.graph, translate=translate)
    reason, about = _reason(results, words, results.graph.lines[line].expression)
    return translate(REASONS[reason]).format(name=about)


def flows_behind(graph: Graph, line: str) -> tuple[str, ...]:
    """The cash flows that ``blank_reason`` looks at to say why a line has no value: those of its internal rate."""
    node = graph.lines[line].expression
    if isinstance(node, nodes.Reference):
        return flows_behind(graph, node.name)
    return (named(node.flows),) if isinstance(node, nodes.InternalRate) else ()


def _reason(results: Results, words: WordsEngine, node: Node) -> tuple[str, str]:
    match node:
        case nodes.Reference(name):
            return _reason(results, words, results.graph.lines[name].expression)
        case nodes.InternalRate(flows, _, _):
            reason = "no root" if _changes_sign(results, named(flows)) else "one sign"
            return reason, words.label(named(flows))
        case nodes.Lowest(operand) | nodes.Highest(operand) | nodes.Average(operand):
            return "all blank", words.label(named(operand))
        case nodes.Ratio(_, right):
            reason = "does not hold" if isinstance(right, _CONDITIONS) else "no divisor"
            return reason, words.visit(right).text
    return "formula", words.visit(node).text


def _changes_sign(results: Results, name: str) -> bool:
    flows = [value for value in values_of(results, name) if value]
    return any(before * after < 0 for before, after in pairwise(flows))
