"""Results: what a run found, as plain records that every document reads and none changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from finmodel.expr.graph import Graph
from finmodel.inputs.table import InputTable
from finmodel.units import Unit

__all__ = ["Check", "Kpi", "Period", "Results", "ScenarioInputs"]

Value = float | None


@dataclass(frozen=True, slots=True)
class Kpi:
    """One key result: the scalar line it is, its value, and why there is none if there is none."""

    line: str
    value: Value
    unit: Unit
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One check: the value of its line, and whether it holds. ``kind`` is ``integrity`` or ``alert``."""

    line: str
    value: Value
    ok: bool
    kind: str


@dataclass(frozen=True, slots=True)
class Period:
    """One period of the grid: its first and its last day."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class ScenarioInputs:
    """A named scenario: its label, and the inputs whose values it changes."""

    name: str
    label: str
    inputs: Mapping[str, float | tuple[float, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Results:
    """One case, computed: the graph, the inputs, and the value of every line (``None`` where it is blank)."""

    name: str
    title: str
    currency: str
    """As shown beside amounts, e.g. ``KZT million``."""
    period_months: int
    graph: Graph
    inputs: InputTable
    periods: Sequence[Period]
    series: Mapping[str, tuple[Value, ...]]
    values: Mapping[str, Value]
    kpis: Mapping[str, Kpi]
    checks: Mapping[str, Check]
    contract: Mapping[str, float | tuple[float, ...]]
    """The value of every freezable line at financial close (the base case, re-sized)."""
    scenarios: Sequence[ScenarioInputs] = ()
    scenario: str = "base"
    frozen: bool = False
    passes: int = 0
    """Passes the solved lines needed."""
    hashes: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of the case file and of the inputs, and the version that computed this."""
    details: Mapping[str, object] = field(default_factory=dict)
    """What the case says in words: parties, security, conditions, texts for the term sheet."""

    def of(self, name: str) -> tuple[Value, ...] | Value:
        """The value or values of a line."""
        return self.series[name] if name in self.series else self.values[name]
