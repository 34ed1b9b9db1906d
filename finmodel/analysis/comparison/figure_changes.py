"""Figures that differ between two tables of inputs, aligned by their place in the case file."""

from __future__ import annotations

from collections.abc import Mapping

from finmodel.compared import FigureChange
from finmodel.inputs.table import InputEntry, InputTable

__all__ = ["by_path", "figure_changes"]


def figure_changes(before: InputTable, after: InputTable) -> tuple[FigureChange, ...]:
    """Every figure that is changed, removed or added, in the order of the case file, those added last.

    A figure that is one number before and a table by year after has changed its form, and so has changed.
    """
    first, second = by_path(before), by_path(after)
    paths = dict.fromkeys((*first, *second))
    pairs = ((path, first.get(path), second.get(path)) for path in paths)
    return tuple(FigureChange(path, old, new) for path, old, new in pairs if _differ(old, new))


def by_path(table: InputTable) -> Mapping[str, InputEntry]:
    """The inputs that stand in a case file, by their place; what follows from the grid stands nowhere."""
    return {entry.path: entry for entry in table if entry.path}


def _differ(old: InputEntry | None, new: InputEntry | None) -> bool:
    if old is None or new is None:
        return True
    return (old.variable.name, old.value, old.axis, _word(old)) != (new.variable.name, new.value, new.axis, _word(new))


def _word(entry: InputEntry) -> str:
    """The word of a choice: the same number may stand for another word in another list."""
    chosen = entry.choices and isinstance(entry.value, float)
    return entry.choices[int(entry.value) - 1] if chosen and isinstance(entry.value, float) else ""
