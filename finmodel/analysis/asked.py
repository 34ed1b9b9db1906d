"""What an analysis is asked about: key results or single lines, by the names that users know."""

from __future__ import annotations

from collections.abc import Mapping

from finmodel.errors import UsageError
from finmodel.expr.graph import Graph
from finmodel.expr.line import Line, Shape
from finmodel.inputs.trouble import nearest

__all__ = ["asked_line", "key_lines", "no_result"]


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
    what, remedy = no_result(graph, name)
    raise UsageError(f"{what}: {remedy}")


def no_result(graph: Graph, name: str) -> tuple[str, str]:
    """What to say of a name that no single line or key result has: what is wrong, and what to do."""
    found = key_lines(graph)
    if name in graph.lines:
        return f"{name} has a value in every period", f"ask for a key result: {', '.join(found)}"
    single = (line.name for line in graph.lines.values() if line.shape is Shape.SCALAR)
    near = nearest(name, (*found, *single))
    return (
        f"There is no result {name!r}",
        f"did you mean {near}?" if near else f"the key results are {', '.join(found)}",
    )
