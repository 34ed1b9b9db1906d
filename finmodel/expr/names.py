"""The names a formula can use: ``m.cfads`` finds a line or an input, nearest first, and remembers what it missed."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from finmodel.expr.functions import summed
from finmodel.expr.nodes import Constant, Input, Node, Reference

__all__ = ["Names", "Registry", "Tagged"]


@dataclass(frozen=True, slots=True)
class Tagged:
    """What sums by tag need to know of a line: its name, its section, its instance and its tags."""

    name: str
    section: str
    instance: str
    tags: Mapping[str, str]


@dataclass(slots=True)
class Registry:
    """All names of a graph while it is built, and the problems met."""

    inputs: frozenset[str]
    lines: Mapping[str, Tagged]
    problems: list[str] = field(default_factory=list)

    def find(self, name: str, scope: str) -> Node | None:
        """The node for a name, looked up in the instance first and then at the top."""
        for full in (f"{scope}.{name}", name) if scope else (name,):
            if full in self.lines:
                return Reference(full)
            if full in self.inputs:
                return Input(full)
        return None

    def suggest(self, name: str, scope: str) -> str:
        """The nearest known spelling, as the end of an error message."""
        prefix = f"{scope}."
        known = [n.removeprefix(prefix) if scope else n for n in (*self.lines, *self.inputs)]
        near = difflib.get_close_matches(name, known, n=1)
        return f" Did you mean {near[0]!r}?" if near else ""


class Names:
    """What a formula receives as ``m``."""

    __slots__ = ("_line", "_links", "_registry", "_scope")

    def __init__(self, registry: Registry, line: str, scope: str = "", links: Mapping[str, str] | None = None) -> None:
        self._links = links or {}
        self._registry = registry
        self._line = line
        self._scope = scope

    def __getattr__(self, name: str) -> Node:
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name: str) -> Node:
        full, scope = (self._links[name], "") if name in self._links else (name, self._scope)
        node = self._registry.find(full, scope)
        if node is None:
            linked = f" (linked as {name!r})" if name in self._links else ""
            hint = self._registry.suggest(full, scope)
            self._registry.problems.append(
                f"Line {self._line!r} refers to {full!r}{linked}, which does not exist.{hint}"
            )
            return Constant(0.0)
        return node

    @property
    def instance_name(self) -> str:
        """The instance whose formula this is; nothing at the top."""
        return self._scope

    def has(self, name: str) -> bool:
        """Whether a line or an input of this name exists: for definitions that serve models with and without it."""
        return name in self._links or self._registry.find(name, self._scope) is not None

    def each(self, **tags: str) -> Sequence[Node]:
        """Every line whose tags include the ones given, in the order of definition."""
        wanted = tags.items()
        return [Reference(line.name) for line in self._registry.lines.values() if wanted <= line.tags.items()]

    def sum_of(self, **tags: str) -> Node:
        """The sum of every line whose tags include the ones given; 0 if there is none."""
        return summed(*self.each(**tags))

    def own_each(self, **tags: str) -> Sequence[Node]:
        """The same, of this instance alone."""
        wanted = tags.items()
        lines = self._registry.lines.values()
        return [Reference(line.name) for line in lines if line.instance == self._scope and wanted <= line.tags.items()]

    def own_sum_of(self, **tags: str) -> Node:
        """The same sum over the lines of this instance alone."""
        return summed(*self.own_each(**tags))
