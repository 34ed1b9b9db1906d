"""Compared: the scenarios of a case side by side, and two deals with what makes the difference, as plain records.

Every change is what stands later less what stands first: a scenario less the base case, the second deal less the first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from finmodel.expr.line import Variable
from finmodel.inputs.table import InputEntry
from finmodel.results import Check, Kpi, Results, Value

__all__ = ["FigureChange", "Outcome", "SideBySide"]


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure that differs: how it stands before and after; ``None`` where it does not exist."""

    path: str
    """Where it stands in the case file, e.g. ``capex.luminaires.unit_cost``."""
    before: InputEntry | None
    after: InputEntry | None

    @property
    def kind(self) -> str:
        """``changed``, ``added`` or ``removed``."""
        return "added" if self.before is None else "removed" if self.after is None else "changed"

    @property
    def variable(self) -> Variable:
        """What the figure is called and measured in."""
        entry = self.before or self.after
        assert entry is not None
        return entry.variable


@dataclass(frozen=True, slots=True)
class Outcome:
    """One scenario beside the base case, or why it has no results."""

    name: str
    label: str
    parent: str
    """The scenario that it builds on; nothing if that is the case itself."""
    figures: Sequence[FigureChange]
    """Every figure that differs from the base case, by the scenario itself or by those it builds on."""
    results: Results | None
    """All results, as a run of this scenario alone has them; ``None`` where there are none."""
    kpis: Mapping[str, Kpi] = field(default_factory=dict)
    """What was asked for, by name: the key results, or those and lines that were named."""
    changes: Mapping[str, Value] = field(default_factory=dict)
    """Of each, its value less that of the base case; ``None`` where either has no value."""
    failing: Sequence[Check] = ()
    """The checks that do not hold, integrity first."""
    trouble: str = ""
    """Why there are no results: what the engine said, or why such a deal would be refused."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Every scenario of a case beside its base case."""

    base: Results
    kpis: Mapping[str, Kpi]
    """What was asked for, in the base case."""
    failing: Sequence[Check]
    """The checks that do not hold in the base case."""
    outcomes: Sequence[Outcome]
    """In the order of the case file."""
    resized: bool
    """Whether debt was sized again in every scenario; otherwise it stays as contracted."""
