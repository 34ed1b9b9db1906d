"""Sections: line definitions kept together, written once and used for any number of instances."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from finmodel.expr.line import Shape
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node, Operand
from finmodel.units import Unit

__all__ = ["Definition", "Formula", "Part", "Section", "as_formula"]

Formula = Callable[[Names], Operand]


@dataclass(frozen=True, slots=True)
class Definition:
    """A line as it is written, before it is bound to an instance."""

    name: str
    label: str
    unit: Unit
    shape: Shape
    formula: Formula
    note: str = ""
    source: str = ""
    tags: Mapping[str, str] = field(default_factory=dict)
    freezable: bool = False
    guess: Formula | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A section in use: once under its own names, or for one named instance."""

    section: str
    title: str
    definitions: tuple[Definition, ...]
    instance: str = ""
    instance_label: str = ""
    roles: Mapping[str, str] = field(default_factory=dict)
    """What stands for a role named in the tags, e.g. ``{"sender": "north"}``."""
    links: Mapping[str, str] = field(default_factory=dict)
    """Names inside this part that stand for a line elsewhere, e.g. ``{"level": "tank.level"}``."""


class Section:
    """A titled list of line definitions, filled by the decorators ``line``, ``scalar`` and ``solved``."""

    def __init__(self, name: str, title: str) -> None:
        self.name = name
        self.title = title
        self.definitions: list[Definition] = []

    def line(
        self, label: str, unit: Unit, *, source: str = "", freezable: bool = False, **tags: str
    ) -> Callable[[Formula], Formula]:
        """A series: one value per period. The function's name is the line's, its docstring the note."""
        return self._definer(label, unit, Shape.SERIES, source=source, freezable=freezable, tags=tags)

    def scalar(
        self, label: str, unit: Unit, *, source: str = "", freezable: bool = False, **tags: str
    ) -> Callable[[Formula], Formula]:
        """A single value per scenario."""
        return self._definer(label, unit, Shape.SCALAR, source=source, freezable=freezable, tags=tags)

    def solved(
        self, label: str, unit: Unit, *, guess: Formula | float, source: str = "", **tags: str
    ) -> Callable[[Formula], Formula]:
        """A single value defined by an equation in itself: the function returns what the value must equal."""
        first = guess if callable(guess) else (lambda m: guess)
        return self._definer(label, unit, Shape.SCALAR, source=source, freezable=True, tags=tags, guess=first)

    def _definer(
        self,
        label: str,
        unit: Unit,
        shape: Shape,
        *,
        source: str,
        freezable: bool,
        tags: Mapping[str, str],
        guess: Formula | None = None,
    ) -> Callable[[Formula], Formula]:
        def define(formula: Formula) -> Formula:
            name = getattr(formula, "__name__", label)
            note = inspect.getdoc(formula) or ""
            self.definitions.append(
                Definition(name, label, unit, shape, formula, note, source, dict(tags), freezable, guess)
            )
            return formula

        return define

    def part(
        self, *also: Section, roles: Mapping[str, str] | None = None, links: Mapping[str, str] | None = None
    ) -> Part:
        """This section in use under its own names, together with the definitions of ``also``."""
        return Part(self.name, self.title, self._together(also), roles=dict(roles or {}), links=dict(links or {}))

    def instance(
        self,
        name: str,
        *also: Section,
        label: str = "",
        roles: Mapping[str, str] | None = None,
        links: Mapping[str, str] | None = None,
    ) -> Part:
        """This section for one instance: its lines are named ``<name>.<line>``."""
        together = self._together(also)
        return Part(self.name, self.title, together, name, label or name, dict(roles or {}), dict(links or {}))

    def without(self, *names: str) -> Section:
        """A section with the same definitions but those named, for others that stand in for them."""
        missing = set(names) - {definition.name for definition in self.definitions}
        if missing:
            raise ValueError(f"Section {self.name!r} has no line {', '.join(sorted(missing))} to leave out.")
        rest = Section(self.name, self.title)
        rest.definitions = [definition for definition in self.definitions if definition.name not in names]
        return rest

    def _together(self, also: Iterable[Section]) -> tuple[Definition, ...]:
        return tuple(self.definitions) + tuple(d for section in also for d in section.definitions)


def as_formula(node: Node) -> Formula:
    """A formula that is already made, for definitions that a program writes."""
    return lambda m: node
