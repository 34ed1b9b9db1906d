"""Lines and the inputs they read: the records that a graph is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from finmodel.expr.nodes import Node
from finmodel.units import Unit

__all__ = ["Line", "Shape", "Variable"]


class Shape(Enum):
    """How many values a line or an input has."""

    SCALAR = "scalar"
    """One value per scenario."""
    SERIES = "series"
    """One value per period per scenario."""
    TABLE = "table"
    """One value per position of an axis of its own (for instance per calendar year) per scenario."""


@dataclass(frozen=True, slots=True)
class Variable:
    """An input as formulas see it; its value and its source are kept beside, in the input table."""

    name: str
    label: str
    unit: Unit
    shape: Shape = Shape.SCALAR
    note: str = ""
    group: str = ""
    """The heading of the case file under which it stands, e.g. ``timing`` or ``capex``."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line item: what it is called, what it means, and its one formula."""

    name: str
    label: str
    unit: Unit
    shape: Shape
    expression: Node
    note: str = ""
    source: str = ""
    section: str = ""
    """The name of the section that defines it."""
    title: str = ""
    """The title of that section: the heading in the workbook."""
    instance: str = ""
    """The instance it belongs to, or nothing."""
    instance_label: str = ""
    tags: Mapping[str, str] = field(default_factory=dict)
    """What a line is to the documents and to sums by tag, by keys that the model chooses."""
    freezable: bool = False
    """Whether its value can be held at the contract's value."""
    guess: Node | None = None
    """The first guess of a solved line; then ``expression`` is its equation."""

    @property
    def solved(self) -> bool:
        """Whether the line is defined by an equation in its own value."""
        return self.guess is not None

    @property
    def full_label(self) -> str:
        """The label with the instance before it."""
        return f"{self.instance_label}: {self.label}" if self.instance_label else self.label
