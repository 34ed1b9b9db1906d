"""Solved and frozen lines as plain lines: what a workbook needs in place of iteration.

Each block of lines that must be solved becomes a fixed number of passes: copies of its lines, in which a solved
line has the value that the pass before found. The line itself takes the value of the last pass, and a residual
says how far that is from a solution. A freezable line takes its contract value while the switch is on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from finmodel.expr import nodes
from finmodel.expr.graph import Graph
from finmodel.expr.line import Line, Variable
from finmodel.expr.nodes import Constant, Input, Node, Reference, field_names
from finmodel.expr.order import Solve, step_lines
from finmodel.units import Unit

__all__ = [
    "SWITCH",
    "Unrolled",
    "blocks",
    "contract_name",
    "copy_name",
    "first_guesses",
    "one_pass",
    "rebuilt",
    "replaced",
    "unrolled",
    "with_contract",
]

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


def with_contract(graph: Graph) -> dict[str, Variable]:
    """The inputs of a graph, the switch, and an input for the contract value of each line that can be held."""
    inputs = dict(graph.inputs)
    held = [graph.lines[name] for name in graph.freezable]
    if held:
        inputs[SWITCH] = Variable(SWITCH, "Held at contract values", Unit.FLAG)
    for line in held:
        name = contract_name(line.name)
        inputs[name] = Variable(name, line.full_label, line.unit, line.shape)
    return inputs


def blocks(graph: Graph) -> tuple[Solve, ...]:
    """The blocks of a graph that must be solved."""
    return tuple(step for step in graph.steps if isinstance(step, Solve))


def unrolled(graph: Graph, passes: int) -> Unrolled:
    """The lines of a graph, with every block that must be solved unrolled to a number of passes."""
    rounds: list[dict[str, Line]] = [{} for _ in range(passes + 1)]
    residuals: dict[str, Line] = {}
    for block in blocks(graph):
        for number, copies in enumerate(_passes(graph, block, passes)):
            rounds[number].update(copies)
        residuals.update(_residuals(graph, block))
    solved = {name for block in blocks(graph) for name in block.solved}
    lines = {line.name: _main(line, passes, in_block=line.name in solved) for line in graph.lines.values()}
    lines.update({name: line for copies in rounds for name, line in copies.items()})
    lines.update(residuals)
    return Unrolled(with_contract(graph), lines, tuple(tuple(copies) for copies in rounds if copies), tuple(residuals))


def rebuilt(node: Node, children: Mapping[Node, Node]) -> Node:
    """The node with some of its children replaced."""
    changes: dict[str, object] = {}
    for name in field_names(type(node)):
        value = getattr(node, name)
        if isinstance(value, Node) and value in children:
            changes[name] = children[value]
        elif isinstance(value, tuple):
            changes[name] = tuple(children.get(child, child) for child in value)
    return replace(node, **changes) if changes else node


def _main(line: Line, passes: int, *, in_block: bool) -> Line:
    """A line of the model itself: no longer solved, and held while the switch is on.

    A solved line in no block does not depend on itself in this case: its equation is its formula.
    """
    expression = Reference(copy_name(line.name, passes)) if in_block else line.expression
    return replace(line, expression=_held(line, expression), freezable=False, guess=None)


def _held(line: Line, expression: Node) -> Node:
    if not line.freezable:
        return expression
    return nodes.Where(Input(SWITCH), Input(contract_name(line.name)), expression)


def one_pass(graph: Graph, block: Solve) -> tuple[Line, ...]:
    """The lines of a block between its solved lines and their equations, which are lines ``<name>~next`` at the end."""
    inner = [graph.lines[name] for name in step_lines(block.steps)]
    solved = [graph.lines[name] for name in block.solved]
    return (
        *(_plain(line, line.name, _held(line, line.expression)) for line in inner),
        *(_plain(line, f"{line.name}~next", line.expression) for line in solved),
    )


def first_guesses(graph: Graph, block: Solve) -> tuple[Line, ...]:
    """What the first pass starts from: the guess of each solved line of a block."""
    solved = [graph.lines[name] for name in block.solved]
    return tuple(_plain(line, copy_name(line.name, 0), line.guess) for line in solved if line.guess is not None)


def _passes(graph: Graph, block: Solve, passes: int) -> Iterator[dict[str, Line]]:
    """The lines of each pass; the first pass is the guesses alone."""
    inner = one_pass(graph, block)
    yield {line.name: line for line in first_guesses(graph, block)}
    for number in range(1, passes + 1):
        before = {name: Reference(copy_name(name, number - 1)) for name in block.solved}
        names = {line.name: copy_name(line.name.removesuffix("~next"), number) for line in inner}
        references = before | {name: Reference(copy) for name, copy in names.items()}
        yield {
            names[line.name]: _plain(line, names[line.name], replaced(line.expression, references)) for line in inner
        }


def _residuals(graph: Graph, block: Solve) -> dict[str, Line]:
    found = {}
    for name in block.solved:
        line = graph.lines[name]
        residual = nodes.Where(Input(SWITCH), Constant(0.0), line.expression - Reference(name))
        found[f"{name}~residual"] = _plain(line, f"{name}~residual", residual)
    return found


def copy_name(name: str, number: int) -> str:
    """The name of a line in one of the passes; pass 0 holds the first guesses."""
    return f"{name}~pass{number}"


def _plain(line: Line, name: str, expression: Node) -> Line:
    """A line of the workbook alone: neither solved nor freezable, and no part of any sum by tag."""
    return replace(line, name=name, expression=expression, guess=None, freezable=False, tags={})


def replaced(node: Node, references: Mapping[str, Node]) -> Node:
    """The formula with other nodes in place of some references."""
    if isinstance(node, Reference):
        return references.get(node.name, node)
    changes = {child: replaced(child, references) for child in node.children}
    return rebuilt(node, {old: new for old, new in changes.items() if old is not new})
