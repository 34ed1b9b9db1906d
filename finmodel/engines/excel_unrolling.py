"""Solved and frozen lines as plain lines: what a workbook needs in place of iteration.

Each block of lines that must be solved becomes a fixed number of passes: copies of its lines, in which a solved
line has the value that the pass before found. The line itself takes the value of the last pass, and a residual
says how far that is from a solution. A freezable line takes its contract value while the switch is on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace

from finmodel.expr import nodes
from finmodel.expr.graph import Graph
from finmodel.expr.line import Line, Variable
from finmodel.expr.nodes import Constant, Input, Node, Reference
from finmodel.expr.order import Solve, step_lines
from finmodel.units import Unit

__all__ = ["SWITCH", "Unrolled", "contract_name", "rebuilt", "unrolled"]

SWITCH = "frozen~switch"
"""The name of the input that is 1 when freezable lines are held at their contract values."""


@dataclass(frozen=True, slots=True)
class Unrolled:
    """Inputs and lines of a graph without solved lines, and which of the lines are passes and residuals."""

    inputs: Mapping[str, Variable]
    lines: Mapping[str, Line]
    passes: tuple[tuple[str, ...], ...]
    """The lines of each pass, in order; the first holds the first guesses."""
    residuals: tuple[str, ...]
    """Single values that are 0 when the last pass is a solution."""


def contract_name(line: str) -> str:
    """The name of the input that holds a freezable line's contract value."""
    return f"{line}~contract"


def unrolled(graph: Graph, passes: int) -> Unrolled:
    """The lines of a graph, with every block that must be solved unrolled to a number of passes."""
    held = [graph.lines[name] for name in graph.freezable]
    inputs = dict(graph.inputs)
    if held:
        inputs[SWITCH] = Variable(SWITCH, "Held at contract values", Unit.FLAG)
    for line in held:
        name = contract_name(line.name)
        inputs[name] = Variable(name, line.full_label, line.unit, line.shape)
    blocks = [step for step in graph.steps if isinstance(step, Solve)]
    rounds: list[dict[str, Line]] = [{} for _ in range(passes + 1)]
    residuals: dict[str, Line] = {}
    for block in blocks:
        for number, copies in enumerate(_passes(graph, block, passes)):
            rounds[number].update(copies)
        residuals.update(_residuals(graph, block))
    lines = {line.name: _main(line, passes) for line in graph.lines.values()}
    lines.update({name: line for copies in rounds for name, line in copies.items()})
    lines.update(residuals)
    return Unrolled(inputs, lines, tuple(tuple(copies) for copies in rounds if copies), tuple(residuals))


def rebuilt(node: Node, children: Mapping[Node, Node]) -> Node:
    """The node with some of its children replaced."""
    changes: dict[str, object] = {}
    for field in fields(node):
        value = getattr(node, field.name)
        if isinstance(value, Node) and value in children:
            changes[field.name] = children[value]
        elif isinstance(value, tuple):
            changes[field.name] = tuple(children.get(child, child) for child in value)
    return replace(node, **changes) if changes else node


def _main(line: Line, passes: int) -> Line:
    """A line of the model itself: no longer solved, and held while the switch is on."""
    if line.solved:
        line = replace(line, expression=Reference(_copy_name(line.name, passes)), guess=None)
    return replace(line, expression=_held(line, line.expression), freezable=False)


def _held(line: Line, expression: Node) -> Node:
    if not line.freezable:
        return expression
    return nodes.Where(Input(SWITCH), Input(contract_name(line.name)), expression)


def _passes(graph: Graph, block: Solve, passes: int) -> Iterator[dict[str, Line]]:
    """The lines of each pass; the first pass is the guesses alone."""
    solved = [graph.lines[name] for name in block.solved]
    inner = [graph.lines[name] for name in step_lines(block.steps)]
    yield {_copy_name(line.name, 0): _copy(line, 0, line.guess) for line in solved if line.guess is not None}
    for number in range(1, passes + 1):
        names = {name: _copy_name(name, number - 1) for name in block.solved}
        names.update({line.name: _copy_name(line.name, number) for line in inner})
        copies = [_copy(line, number, _held(line, _renamed(line.expression, names))) for line in inner]
        copies.extend(_copy(line, number, _renamed(line.expression, names)) for line in solved)
        yield {copy.name: copy for copy in copies}


def _residuals(graph: Graph, block: Solve) -> dict[str, Line]:
    found = {}
    for name in block.solved:
        line = graph.lines[name]
        residual = nodes.Where(Input(SWITCH), Constant(0.0), line.expression - Reference(name))
        found[f"{name}~residual"] = replace(
            line, name=f"{name}~residual", expression=residual, guess=None, freezable=False, tags={}
        )
    return found


def _copy_name(name: str, number: int) -> str:
    return f"{name}~pass{number}"


def _copy(line: Line, number: int, expression: Node) -> Line:
    return replace(
        line, name=_copy_name(line.name, number), expression=expression, guess=None, freezable=False, tags={}
    )


def _renamed(node: Node, names: Mapping[str, str]) -> Node:
    if isinstance(node, Reference):
        return Reference(names[node.name]) if node.name in names else node
    if not node.children:
        return node
    return rebuilt(node, {child: _renamed(child, names) for child in node.children})
