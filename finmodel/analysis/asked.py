"""What an analysis is asked about: key results or single lines, by the names that users know."""

from __future__ import annotations

from collections.abc import Mapping

from finmodel.errors import UsageError
from finmodel.expr.graph import Graph
from finmodel.expr.line import Line, Shape
from finmodel.inputs.trouble import nearest

__all__ = ["asked_line", "key_lines"]


def key_lines(graph: Graph) -> Mapping[str, Line]:
    """The lines of the key results, by the name of the result."""
    return {line.tags["kpi"]: line for line in graph.lines.values() if "kpi" in line.tags}


def asked_line(graph: Graph, name: str) -> Line:
    """The single line of a key result, or of that name; ``UsageError`` with the nearest one if there is none."""
    found = key_lines(graph)
    if name in found:
        return found[name]
    single = {line.name: line for line in graph.lines.values() if line.shape is Shape.SCALAR}
    if name in single:
        return single[name]
    if name in graph.lines:
        raise UsageError(f"{name} has a value in every period; ask for a key result: {', '.join(found)}")
    near = nearest(name, (*found, *single))
    hint = f"did you mean {near}?" if near else f"the key results are {', '.join(found)}"
    raise UsageError(f"There is no result {name!r}: {hint}")
