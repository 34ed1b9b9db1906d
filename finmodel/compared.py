"""Compared: the scenarios of a case side by side, and two deals with what makes the difference, as plain records.

Every change is what stands later less what stands first: a scenario less the base case, the second deal less the first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from finmodel.expr.line import Variable
from finmodel.inputs.alike import WordChange
from finmodel.inputs.table import InputEntry
from finmodel.results import Check, Kpi, Results, Value

__all__ = [
    "CONTRACT",
    "STRUCTURE",
    "Cause",
    "Comparison",
    "Debt",
    "FigureChange",
    "KpiDifference",
    "Method",
    "Outcome",
    "PartyDifference",
    "SideBySide",
]

CONTRACT = "contract"
"""The cause that is no figure: what was agreed at financial close of one deal, and of the other."""
STRUCTURE = "structure"
"""The cause that is no figure: other facilities, streams, words, forms or lengths of periods."""


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


class Debt(Enum):
    """At which debt two deals are compared."""

    CONTRACT = "contract"
    """Both as contracted in the one base case that they share."""
    OWN_CONTRACTS = "own contracts"
    """Each as contracted in its own base case."""
    SIZED = "sized"
    """Sized in each, at a financial close of its own."""
    NOTHING = "nothing"
    """Nothing is sized: amounts are stated."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What one change moves of a key result, on average over the orders in which all changes can be made."""

    key: str
    """The place of the figure in the case file, ``contract`` or ``structure``."""
    effect: float
    error: float | None = None
    """The standard error where orders are drawn at random."""


@dataclass(frozen=True, slots=True)
class KpiDifference:
    """One key result of two deals, and what makes the difference."""

    name: str
    before: Kpi | None
    """``None`` where that deal has no such result."""
    after: Kpi | None
    change: Value
    """The second less the first; ``None`` where either has no value, or amounts are in different money."""
    causes: Sequence[Cause] = ()
    """The largest first; they add up to the change. Changes that move nothing are left out."""
    reason: str = ""
    """Why there is no change, or no causes of it."""
    orders: float = 1.0
    """The share of orders over which causes are averaged: those in which the result has a value all along."""


@dataclass(frozen=True, slots=True)
class PartyDifference:
    """The present value of one party's net flows in two deals; ``None`` where it takes no part in one."""

    party: str
    before: Value
    after: Value
    change: Value


@dataclass(frozen=True, slots=True)
class Method:
    """How causes were found: over all orders in which changes can be made, or over orders drawn at random."""

    changes: int
    variants: int
    """Variants of the deal that were computed."""
    orders: int | None = None
    """Orders drawn; ``None`` if all are averaged."""
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two deals: what differs in them, what differs in their results, and why."""

    given: tuple[str, str]
    """The two as they were asked for, e.g. ``cases/road:downside``."""
    before: Results
    after: Results
    debt: Debt
    figures: Sequence[FigureChange]
    words: Sequence[WordChange]
    """Words and whole blocks that differ."""
    kpis: Sequence[KpiDifference]
    parties: Sequence[PartyDifference]
    failing: tuple[Sequence[Check], Sequence[Check]]
    """The checks that do not hold, in each."""
    method: Method
