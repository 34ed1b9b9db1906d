"""Heat tables: results of two moves as words in cells whose wash shows how far each lies from the case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from finmodel.results import Value

__all__ = ["HeatCell", "HeatTable", "wash"]

_STEPS = 3
_SAME = 1e-9


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One cell: its words, how its ground is washed, and whether it is the case as it stands."""

    text: str
    wash: str = ""
    here: bool = False


@dataclass(frozen=True, slots=True)
class HeatTable:
    """Rows of cells under named columns; ``down`` and ``across`` say what the rows and the columns are."""

    key: str
    caption: str
    down: str
    across: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[HeatCell, ...]], ...]
    note: str = ""


def wash(value: Value, base: Value, values: Sequence[Value]) -> str:
    """``less-1`` … ``less-3`` or ``more-1`` … ``more-3`` by the distance from the base, of the largest of all there is.

    Nothing for the base itself and without a base; ``none`` for a cell without a value.
    """
    if value is None:
        return "none"
    if base is None:
        return ""
    farthest = max((abs(each - base) for each in values if each is not None), default=0.0)
    if farthest <= _SAME * max(1.0, abs(base)) or abs(value - base) <= _SAME * max(1.0, abs(base)):
        return ""
    step = min(_STEPS, 1 + int(abs(value - base) / farthest * _STEPS * (1 - _SAME)))
    return f"{'more' if value > base else 'less'}-{step}"
