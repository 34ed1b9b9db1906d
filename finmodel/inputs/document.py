"""A case file as plain data that remembers where every key and every value stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from finmodel.errors import Problem
from finmodel.inputs.trouble import Path

__all__ = ["Document", "Place", "dotted", "held"]


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a file, both counted from 1. ``key`` is what to call it, if not by its path."""

    file: str
    line: int
    column: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """The data of a case file, and the places of its keys and values by path."""

    name: str
    data: Any
    keys: Mapping[Path, Place] = field(default_factory=dict)
    values: Mapping[Path, Place] = field(default_factory=dict)

    def get(self, path: Path) -> Any:
        """The data at a path; ``None`` where there is none."""
        found = self.data
        for step in path:
            found = held(found, step)
        return found

    def problem(self, path: Path, what: str, remedy: str, *, at_key: bool = False) -> Problem:
        """A problem with what stands at a path, placed there or at the nearest heading above it."""
        above = path
        first, second = (self.keys, self.values) if at_key else (self.values, self.keys)
        while True:
            place = first.get(above) or second.get(above)
            if place or not above:
                break
            above = above[:-1]
            first, second = self.keys, self.values
        place = place or Place(self.name, 1, 1)
        key = dotted((place.key, *path[len(above) :])) if place.key else dotted(path)
        return Problem(place.file, place.line, place.column, key, what, remedy)

    def changed(self, path: Path, value: Any, place: Place) -> Document:
        """The same document with another value at a path, as if it stood at ``place``."""
        keys = {known: where for known, where in self.keys.items() if known[: len(path)] != path}
        values = {known: where for known, where in self.values.items() if known[: len(path)] != path}
        keys[path] = values[path] = place
        return Document(self.name, _replaced(self.data, path, value), keys, values)

    def without(self, path: Path) -> Document:
        """The same document without what stands at a path."""
        parent = self.get(path[:-1])
        if not path or not isinstance(parent, dict) or path[-1] not in parent:
            return self
        rest = {key: value for key, value in parent.items() if key != path[-1]}
        return Document(self.name, _replaced(self.data, path[:-1], rest), self.keys, self.values)

    def renamed(self, path: Path, name: str) -> Document:
        """The same document with another last key in a path."""
        parent = self.get(path[:-1])
        if not isinstance(parent, dict) or name in parent:
            return self
        entries = {name if key == path[-1] else key: value for key, value in parent.items()}
        return Document(self.name, _replaced(self.data, path[:-1], entries), self.keys, self.values)


def held(data: Any, step: str | int) -> Any:
    """What a mapping or a list has at one step; ``None`` where there is nothing."""
    if isinstance(data, list):
        return data[step] if isinstance(step, int) and 0 <= step < len(data) else None
    return data.get(step) if isinstance(data, dict) else None


def _replaced(data: Any, path: Path, value: Any) -> Any:
    """A copy of the data with another value at a path; mappings are made where there are none."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(data, list) and isinstance(step, int):
        return [_replaced(item, rest, value) if place == step else item for place, item in enumerate(data)]
    inside = dict(data) if isinstance(data, dict) else {}
    inside[step] = _replaced(inside.get(step), rest, value)
    return inside


def dotted(path: Path) -> str:
    """A path as a message names it: ``capex.luminaires.by_period[3]``, positions counted from 1."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step + 1}]"
        else:
            name = "".join(c if c.isprintable() else "\ufffd" for c in step)
            text += ("." if text else "") + (name if len(name) <= 60 else name[:59] + "…")
    return text
