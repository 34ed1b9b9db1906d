"""The graph of a model: definitions bound to names, checked, and put into the order in which they are computed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from finmodel.errors import GraphError
from finmodel.expr.line import Line, Variable
from finmodel.expr.names import Names, Registry, Tagged
from finmodel.expr.nodes import as_node
from finmodel.expr.order import Edge, Reads, Step, dependencies, ordered
from finmodel.expr.section import Definition, Part
from finmodel.expr.shapes import shape_problems

__all__ = ["Graph", "build"]


@dataclass(frozen=True, slots=True)
class Graph:
    """A checked model: its inputs, its lines in the order of definition, and the steps that compute them."""

    inputs: Mapping[str, Variable]
    lines: Mapping[str, Line]
    steps: Sequence[Step] = field(repr=False)
    frozen_steps: Sequence[Step] = field(repr=False)
    """The steps when every freezable line is held at its contract value."""
    reads: Reads = field(default_factory=dict, repr=False, compare=False)
    """What each line reads, found once for all who ask."""
    kept: dict[type, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What an engine made of the graph and wants to find again, by a type of that engine's own."""

    def read_by(self, name: str) -> Mapping[str, frozenset[Edge]]:
        """The lines that a line reads, and how."""
        return self.reads[name] if name in self.reads else dependencies(self.lines[name])

    @property
    def freezable(self) -> tuple[str, ...]:
        """The lines that can be held at the contract's values."""
        return tuple(line.name for line in self.lines.values() if line.freezable)

    def tagged(self, **tags: str) -> tuple[Line, ...]:
        """The lines whose tags include the ones given."""
        wanted = tags.items()
        return tuple(line for line in self.lines.values() if wanted <= line.tags.items())


def build(parts: Iterable[Part], inputs: Iterable[Variable]) -> Graph:
    """The graph of the given parts over the given inputs.

    Raises ``GraphError`` with every problem found: names defined twice or not at all, shapes that clash, blanks
    read where they may not be, circular references.
    """
    given = list(inputs)
    variables = {variable.name: variable for variable in given}
    bound = [(part, definition) for part in parts for definition in part.definitions]
    registry = Registry(frozenset(variables), {})
    registry.problems.extend(_repeated_inputs(given))
    registry.lines = _tags(bound, registry)
    lines = {line.name: line for line in _bind(bound, registry)}
    if not registry.problems:
        registry.problems.extend(shape_problems(lines, variables))
    if registry.problems:
        raise GraphError(registry.problems)
    reads = {name: dependencies(line) for name, line in lines.items()}
    steps, frozen = ordered(lines, frozen=False, reads=reads), ordered(lines, frozen=True, reads=reads)
    return Graph(variables, lines, steps, frozen, reads)


def _repeated_inputs(given: Sequence[Variable]) -> list[str]:
    counted = Counter(variable.name for variable in given)
    return [f"Input {name!r} is given twice." for name, times in counted.items() if times > 1]


def _full_name(part: Part, definition: Definition) -> str:
    return f"{part.instance}.{definition.name}" if part.instance else definition.name


def _resolved_tags(part: Part, definition: Definition) -> dict[str, str]:
    return {key: part.roles.get(value, value) for key, value in definition.tags.items()}


def _tags(bound: Sequence[tuple[Part, Definition]], registry: Registry) -> dict[str, Tagged]:
    found: dict[str, Tagged] = {}
    for part, definition in bound:
        name = _full_name(part, definition)
        if name in found:
            first = found[name].section
            registry.problems.append(f"Line {name!r} is defined twice: in {first!r} and in {part.section!r}.")
        if name in registry.inputs:
            registry.problems.append(f"Line {name!r} in {part.section!r} has the name of an input; rename one of them.")
        found[name] = Tagged(name, part.section, part.instance, _resolved_tags(part, definition))
    return found


def _bind(bound: Sequence[tuple[Part, Definition]], registry: Registry) -> list[Line]:
    lines = []
    for part, definition in bound:
        name = _full_name(part, definition)
        names = Names(registry, name, part.instance, part.links)
        lines.append(
            Line(
                name=name,
                label=definition.label,
                unit=definition.unit,
                shape=definition.shape,
                expression=as_node(definition.formula(names)),
                note=definition.note,
                source=definition.source,
                section=part.section,
                title=part.title,
                instance=part.instance,
                instance_label=part.instance_label,
                tags=_resolved_tags(part, definition),
                freezable=definition.freezable,
                guess=as_node(definition.guess(names)) if definition.guess else None,
            )
        )
    return lines
