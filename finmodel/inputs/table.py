"""The input table: every figure of a case flattened to a name, with its value, its place and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from finmodel.expr.line import Shape, Variable

__all__ = ["InputEntry", "InputTable", "Provenance"]


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a figure comes from and how far it can be trusted."""

    source: str = ""
    as_of: str = ""
    status: str = "assumption"
    """One of ``seen``, ``derived``, ``assumption``, ``unverified``."""
    note: str = ""
    stated: bool = True
    """False for a default that the case file does not mention."""


@dataclass(frozen=True, slots=True)
class InputEntry:
    """One input: the variable formulas read, its value (one number, or one per period or table position)."""

    variable: Variable
    value: float | tuple[float, ...]
    path: str
    """Where it stands in the case file, e.g. ``capex.luminaires.unit_cost``."""
    provenance: Provenance = field(default_factory=Provenance)
    axis: tuple[str, ...] = ()
    """For a table: what each position stands for, e.g. the calendar years."""
    choices: tuple[str, ...] = ()
    """For a choice: the words that the values 1, 2, 3 … stand for."""
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True, slots=True)
class InputTable:
    """All inputs of a case by name, in the order of the case file."""

    entries: Mapping[str, InputEntry]

    def __iter__(self) -> Iterator[InputEntry]:
        return iter(self.entries.values())

    def __getitem__(self, name: str) -> InputEntry:
        return self.entries[name]

    @property
    def variables(self) -> tuple[Variable, ...]:
        """The inputs as the graph sees them."""
        return tuple(entry.variable for entry in self)

    @property
    def values(self) -> dict[str, float | tuple[float, ...]]:
        """The inputs as an engine takes them."""
        return {name: entry.value for name, entry in self.entries.items()}

    @property
    def shapes(self) -> dict[str, Shape]:
        """The shape of each input."""
        return {name: entry.variable.shape for name, entry in self.entries.items()}
