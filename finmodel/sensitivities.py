"""Sensitivities: what moves of figures do to results, as plain records that every document reads.

A *level* is where a move stands: a factor, an amount or a value (see ``Move``). Labels are the English of the catalogue
or texts of the case with their translations. What has no value is ``None``, and ``reasons`` says why, by place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from finmodel.inputs.sensitivity_moves import Move
from finmodel.results import Value
from finmodel.units import Unit

__all__ = [
    "Bar", "BreakEven", "Crossing", "Curve", "Index", "Measured", "Move", "Sensitivities", "SobolIndices", "SobolStudy",
    "Spider", "Tornado", "TwoWayTable",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measured:
    """A result that is looked at, and what it is in the case as it stands."""

    name: str
    """The key result or line as the user names it."""
    line: str
    label: str
    unit: Unit
    base: Value
    reason: str = ""
    """Why there is no such value in the case as it stands."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One move between its ends, all else as in the case."""

    move: str
    low: Value
    """The result with the move at its low end, and at its high end."""
    high: Value
    low_change: Value
    """The same, less the result of the case as it stands."""
    high_change: Value
    swing: Value
    """The widest distance among the results at both ends and in the case; ``None`` where an end has no value."""
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Why there is no value, by ``low`` and ``high``."""


@dataclass(frozen=True, slots=True)
class Tornado:
    """Every move alone, and what it does to one result: the widest swing first, before it what leaves no value."""

    kpi: str
    bars: Sequence[Bar]


@dataclass(frozen=True, slots=True)
class Curve:
    """One move in several steps from its low end to its high end, all else as in the case."""

    move: str
    levels: Sequence[float]
    positions: Sequence[float]
    """Of each level: −1 at the low end, 0 in the case, 1 at the high end; between them in proportion."""
    values: Sequence[Value]
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Why there is no value, by the position of the level in the list."""


@dataclass(frozen=True, slots=True)
class Spider:
    """The curves of all moves for one result."""

    kpi: str
    curves: Sequence[Curve]


@dataclass(frozen=True, slots=True)
class TwoWayTable:
    """One result over the levels of two moves."""

    kpi: str
    rows: str
    columns: str
    """The names of the two moves."""
    row_levels: Sequence[float]
    column_levels: Sequence[float]
    values: Sequence[Sequence[Value]]
    """A sequence for each level of the rows."""
    base: Value
    base_row: int | None = None
    """Which level is that of the case, if one is."""
    base_column: int | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Why there is no value, by ``row,column`` counted from 0."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """A level at which the answer to a question turns."""

    level: float
    """Where it holds; of whole levels the first at which it holds, as seen from the case."""
    figures: Mapping[str, float]
    """What each moved figure then is, by its path; a figure of several values is left out."""
    value: Value
    """The result there."""
    holds: str
    """``here`` for a result that equals what is asked; else from here on ``above`` or ``below`` this level."""
    before: float | None = None
    """The neighbouring level at which it does not hold yet, where levels are whole or the result jumps."""
    value_before: Value = None
    jumps: bool = False
    """Whether the result passes what is asked in a jump, so that no level gives it exactly."""


@dataclass(frozen=True, slots=True)
class BreakEven:
    """How far one move can go until a result is reached: found, already so, or never within the bounds searched."""

    kpi: str
    relation: str
    """``equals``, ``below``, ``above``, ``lock_up`` or ``default``."""
    target: float
    """What the result is held against; for ``lock_up`` and ``default``, the periods there are in the case: none."""
    move: Move
    """Its ends are the bounds searched."""
    answer: str
    """``found``, ``already`` or ``never``."""
    crossings: Sequence[Crossing]
    """All that were found, the nearest to the case first."""
    base: Value
    lowest: Value
    """Of the results found between the bounds."""
    highest: Value
    looked_at: int
    """Levels in the first look."""
    blanks: int = 0
    """How many of them have no value; what lies next to one is not searched."""
    reason: str = ""
    """Why the first of them has none."""


@dataclass(frozen=True, slots=True)
class Index:
    """How much of a result's variance one move brings about, alone and with all that it does together with others."""

    move: str
    first: float
    first_between: tuple[float, float]
    total: float
    total_between: tuple[float, float]


@dataclass(frozen=True, slots=True)
class SobolIndices:
    """The indices of all moves for one result, the largest total first."""

    kpi: str
    indices: Sequence[Index]
    mean: Value
    deviation: Value
    points_used: int
    blanks: int
    """Runs without a value; every point with one of them is left out whole."""
    reason: str = ""
    """Why there are no indices, where there are none."""


@dataclass(frozen=True, slots=True)
class SobolStudy:
    """Variance shared out among moves, each uniform between its ends and independent of the others."""

    points: int
    runs: int
    seed: int
    confidence: float
    resamples: int
    kpis: Sequence[SobolIndices]


@dataclass(frozen=True, slots=True)
class Sensitivities:
    """All that was asked of one case."""

    case: str
    title: str
    currency: str
    frozen: bool
    """Whether the debt stays as contracted; else it is sized again wherever a figure moves."""
    derived: bool
    """Whether the case states no moves, so that these were taken from what it consists of."""
    kpis: Sequence[Measured] = ()
    """Every result that is looked at; those of tornado and spider first."""
    moves: Sequence[Move] = ()
    tornadoes: Sequence[Tornado] = ()
    spiders: Sequence[Spider] = ()
    two_way: Sequence[TwoWayTable] = ()
    break_even: Sequence[BreakEven] = ()
    sobol: SobolStudy | None = None
    runs: int = 0
    """Columns computed."""

    def move(self, name: str) -> Move:
        """The move of a name; raises ``KeyError`` if there is none."""
        for move in self.moves:
            if move.name == name:
                return move
        raise KeyError(name)

    def kpi(self, name: str) -> Measured:
        """The result of a name; raises ``KeyError`` if there is none."""
        for measured in self.kpis:
            if measured.name == name:
                return measured
        raise KeyError(name)
