"""The order of computation: strongly connected components, loops over periods, and blocks that must be solved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from finmodel.errors import GraphError
from finmodel.expr import nodes
from finmodel.expr.line import Line
from finmodel.expr.nodes import Node, Reference
from finmodel.expr.shapes import REDUCTIONS

__all__ = ["Edge", "Loop", "Reads", "Solve", "Step", "Vector", "dependencies", "ordered", "step_lines"]


class Edge(Enum):
    """How one line depends on another."""

    NOW = "the same period"
    BEFORE = "the period before"
    AFTER = "the period after"
    WHOLE = "all periods"


@dataclass(frozen=True, slots=True)
class Vector:
    """One line, computed over all periods at once."""

    line: str


@dataclass(frozen=True, slots=True)
class Loop:
    """Lines that depend on each other across periods: computed together, period by period."""

    lines: tuple[str, ...]
    forward: bool


@dataclass(frozen=True, slots=True)
class Solve:
    """Solved lines, and the steps from their values back to their equations."""

    solved: tuple[str, ...]
    steps: tuple[Vector | Loop | Solve, ...]


Step = Vector | Loop | Solve
Reads = Mapping[str, Mapping[str, frozenset[Edge]]]
"""Of each line the lines that it reads, and how."""


def step_lines(steps: Iterable[Step]) -> tuple[str, ...]:
    """The names of the lines that some steps compute, in order; solved lines first in their block."""
    names: list[str] = []
    for step in steps:
        match step:
            case Vector(line):
                names.append(line)
            case Loop(lines, _):
                names.extend(lines)
            case Solve(solved, inner):
                names.extend(solved)
                names.extend(step_lines(inner))
    return tuple(names)


def dependencies(line: Line) -> dict[str, frozenset[Edge]]:
    """The lines that a line's formula and its first guess read, and how."""
    found: dict[str, set[Edge]] = {}

    def collect(node: Node, edge: Edge) -> None:
        if isinstance(node, Reference):
            found.setdefault(node.name, set()).add(edge)
            return
        if isinstance(node, nodes.Previous):
            edge = Edge.BEFORE
        elif isinstance(node, nodes.Following):
            edge = Edge.AFTER
        elif isinstance(node, REDUCTIONS):
            edge = Edge.WHOLE
        if isinstance(node, nodes.At):
            collect(node.series, Edge.WHOLE)
            collect(node.position, Edge.NOW)
            return
        if isinstance(node, nodes.Earlier):
            collect(node.series, Edge.BEFORE)
            collect(node.periods, Edge.NOW)
            return
        for child in node.children:
            collect(child, edge)

    collect(line.expression, Edge.NOW)
    if line.guess is not None:
        collect(line.guess, Edge.NOW)
    return {name: frozenset(edges) for name, edges in found.items()}


def ordered(lines: Mapping[str, Line], *, frozen: bool, reads: Reads | None = None) -> tuple[Step, ...]:
    """The steps that compute all lines; with ``frozen``, freezable lines read nothing (their value is given).

    ``reads`` is what each line reads, where that is known already.
    """
    known = reads if reads is not None else {name: dependencies(line) for name, line in lines.items()}
    graph = {name: {} if frozen and line.freezable else known[name] for name, line in lines.items()}
    problems: list[str] = []
    steps = tuple(_steps(lines, graph, problems, frozen=frozen))
    if problems:
        raise GraphError(problems)
    return steps


def _steps(lines: Mapping[str, Line], graph: Reads, problems: list[str], *, frozen: bool) -> Iterable[Step]:
    for component in _components(list(graph), lambda name: [n for n in graph[name] if n in graph]):
        inside = set(component)
        if len(component) == 1 and component[0] not in graph[component[0]]:
            yield Vector(component[0])
            continue
        solved = () if frozen else tuple(name for name in graph if name in inside and lines[name].solved)
        if solved:
            yield _solve(lines, graph, inside, solved, problems)
        else:
            yield _loop(graph, inside, problems)


def _solve(
    lines: Mapping[str, Line], graph: Reads, inside: set[str], solved: Sequence[str], problems: list[str]
) -> Solve:
    """Cut the component at its solved lines; what remains must be ordered without solving again."""
    for name in solved:
        problems.extend(_guess_problems(lines[name], inside))
    rest = {name: reads for name, reads in graph.items() if name in inside and name not in solved}
    unsolved = {name: line for name, line in lines.items() if name not in solved}
    return Solve(tuple(solved), tuple(_steps(unsolved, rest, problems, frozen=False)))


def _guess_problems(line: Line, inside: set[str]) -> Iterable[str]:
    """The first guess must be known before the block is solved."""
    assert line.guess is not None
    for node in line.guess.walk():
        if isinstance(node, Reference) and node.name in inside:
            yield (
                f"The first guess of {line.name!r} reads {node.name!r}, which depends on {line.name!r}; "
                "guess from lines that do not."
            )


def _loop(graph: Reads, inside: set[str], problems: list[str]) -> Loop:
    members = [name for name in graph if name in inside]
    reads = {name: {other: kinds for other, kinds in graph[name].items() if other in inside} for name in members}
    edges = {edge for kinds_of in reads.values() for kinds in kinds_of.values() for edge in kinds}
    now = {name: [other for other, kinds in reads[name].items() if Edge.NOW in kinds] for name in members}
    cycle = _cycle(now)
    if Edge.WHOLE in edges and not cycle:
        name, other = next((n, o) for n in members for o, kinds in reads[n].items() if Edge.WHOLE in kinds)
        cycle = [name, *_path(reads, other, name)]
    if cycle:
        problems.append(
            f"Circular reference: {' → '.join(cycle)}. "
            "Break it with previous(), or make one of these lines a solved line."
        )
    elif {Edge.BEFORE, Edge.AFTER} <= edges:
        problems.append(
            f"Circular reference over time: {', '.join(members[:8])}{' …' if len(members) > 8 else ''} depend on each "
            "other through both previous() and following(); make one of these lines a solved line."
        )
    order = [name for part in _components(members, lambda name: now[name]) for name in part]
    return Loop(tuple(order), Edge.AFTER not in edges)


def _cycle(now: Mapping[str, Sequence[str]]) -> list[str]:
    """One cycle through same-period references, first line repeated at the end; empty if there is none."""
    for component in _components(list(now), lambda name: now[name]):
        if len(component) > 1 or component[0] in now[component[0]]:
            name = next(name for name in now if name in component)
            return [name, *min((_path(now, other, name) for other in now[name] if other in component), key=len)]
    return []


def _path(reads: Mapping[str, Iterable[str]], start: str, end: str) -> list[str]:
    """The shortest chain of references from one line to another, both included."""
    came: dict[str, str] = {}
    waiting = [start]
    while end not in came and end != start:
        for other in reads[waiting[0]]:
            if other not in came:
                came[other] = waiting[0]
                waiting.append(other)
        waiting.pop(0)
    chain = [end]
    while chain[-1] != start:
        chain.append(came[chain[-1]])
    return chain[::-1]


def _components(names: Sequence[str], successors: Callable[[str], Iterable[str]]) -> list[list[str]]:
    """Strongly connected components, what is read before what reads it (Tarjan's algorithm, without recursion)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    waiting: set[str] = set()
    components: list[list[str]] = []
    for root in names:
        if root in index:
            continue
        work = [(root, iter(successors(root)))]
        index[root] = low[root] = len(index)
        stack.append(root)
        waiting.add(root)
        while work:
            name, rest = work[-1]
            step = next(rest, None)
            if step is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[name])
                if low[name] == index[name]:
                    component = stack[stack.index(name) :]
                    del stack[-len(component) :]
                    waiting.difference_update(component)
                    components.append(component)
            elif step not in index:
                index[step] = low[step] = len(index)
                stack.append(step)
                waiting.add(step)
                work.append((step, iter(successors(step))))
            elif step in waiting:
                low[name] = min(low[name], index[step])
    return components
