"""Moves: what a sensitivity does to figures of a case, as a factor, an amount or a value between two ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import Any

from finmodel.inputs.case_trial import with_figure
from finmodel.inputs.document import dotted
from finmodel.inputs.figure import Figure
from finmodel.inputs.names import Named, named_figures
from finmodel.inputs.number import BadValueError, parse_number
from finmodel.inputs.text import Text
from finmodel.inputs.trouble import Path, Trouble, nearest
from finmodel.units import Unit

__all__ = [
    "WAYS", "Move", "base_level", "found_figures", "made", "movable_figures", "moved_case", "moved_value", "outside",
    "read_ends", "unmovable",
]  # fmt: skip

WAYS = ("times", "add", "to")
"""How a move changes a figure: its value times the level, its value and the level, or the level itself."""

_UNMOVED = ("project", "scenarios", "risks", "sensitivity")
"""Headings whose figures do not move a deal."""
_LATEST: list[tuple[Any, Sequence[Named]]] = []
"""The case asked about last, and its figures."""


@dataclass(frozen=True, slots=True)
class Move:
    """Figures that are moved together along one way; a *level* is the factor, the amount or the value they take."""

    name: str
    label: Text
    figures: tuple[str, ...]
    """Their paths in the case."""
    way: str
    """``times``, ``add`` or ``to``."""
    low: float
    high: float
    unit: Unit
    """Of a level: a factor where the way is ``times``, else the unit of the figures."""
    base: float | None
    """The level at which the case stands: 1, 0 or the value itself; ``None`` where figures to be set differ."""
    whole: bool = False
    """Whether levels are whole numbers, as months are."""
    derived: bool = False
    """Whether it and its label come from a figure of the case, and not from what the case says of moves."""

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest level."""
        return self.low, self.high


def movable_figures(case: Any) -> Mapping[str, Named]:
    """By path, the figures of a case that can be moved: amounts, no choices and no switches."""
    return {dotted(named.path): named for named in _movable(case)}


def found_figures(case: Any, pattern: str) -> list[Named]:
    """The figures at a path; with ``*`` for any one name, all that fit it; none where there is no such figure."""
    steps = tuple(pattern.split("."))
    if "*" not in pattern:
        return [named for named in _movable(case) if named.path == steps]
    return [named for named in _movable(case) if _fits(named.path, steps)]


def _movable(case: Any) -> Sequence[Named]:
    """Kept for the case asked about last: it never changes, and all its moves ask about it one after the other."""
    for known, figures in _LATEST:
        if known is case:
            return figures
    figures = [
        named
        for named in named_figures(case)
        if not named.spec.choices and named.spec.unit is not Unit.FLAG and named.group not in _UNMOVED
    ]
    _LATEST[:] = [(case, figures)]
    return figures


def _fits(path: Path, steps: Sequence[str]) -> bool:
    return len(path) == len(steps) and all(map(fnmatchcase, map(str, path), steps))


def unmovable(case: Any, pattern: str) -> tuple[str, str]:
    """What to say of a path or pattern that no movable figure fits: what is wrong, and what to do."""
    if "*" in pattern:
        return f"{pattern} fits no figure of the case", "write a path such as capex.*.overrun, * for any one name"
    near = nearest(pattern, movable_figures(case))
    remedy = f"did you mean {near}?" if near else "the inputs sheet of the workbook lists every figure with its path"
    return f"{pattern} is no figure of the case that can be moved", remedy


def read_ends(raw: Any, way: str, figures: Sequence[Named]) -> tuple[tuple[float, float], list[Trouble]]:
    """Two levels written as a list, the lower one first, and what is wrong with them."""
    if not isinstance(raw, (list, tuple)) or len(raw) != 2:
        return (0.0, 0.0), [Trouble((), "is no pair of ends", "write two numbers, such as [0.9, 1.1]")]
    unit = Unit.SHARE if way == "times" else figures[0].spec.unit
    ends, troubles = [], []
    for place, item in enumerate(raw):
        try:
            ends.append(parse_number(item, unit))
        except BadValueError as error:
            troubles.append(Trouble((place,), error.what, error.remedy))
    if troubles:
        return (0.0, 0.0), troubles
    low, high = ends
    if low >= high:
        return (0.0, 0.0), [Trouble((), "leaves no way between its ends", "write the lower end first")]
    return (low, high), [*_fractions(ends, way, figures), *_beyond(ends, way, figures)]


def _fractions(ends: Sequence[float], way: str, figures: Sequence[Named]) -> Iterator[Trouble]:
    """Whole figures have no fractions."""
    whole = [dotted(named.path) for named in figures if named.spec.whole]
    if whole and way == "times":
        yield Trouble((), f"{whole[0]} is a whole number, and a factor leaves fractions", "use add or to")
    elif whole and any(end != int(end) for end in ends):
        yield Trouble((), f"{whole[0]} is a whole number", "write whole numbers")


def _beyond(ends: Sequence[float], way: str, figures: Sequence[Named]) -> Iterator[Trouble]:
    """Levels at which a figure leaves its bounds."""
    for place, end in enumerate(ends):
        for named in figures:
            limit = outside(named, way, end)
            if limit is not None:
                what = f"moves {dotted(named.path)} beyond its bound of {_said(limit, named.spec.unit)}"
                yield Trouble((place,), what, "choose a nearer end")
                break


def outside(named: Named, way: str, level: float) -> float | None:
    """The bound that a figure would leave at a level; ``None`` if it stays within its bounds."""
    low, high = named.spec.bounds
    values = [moved_value(number, way, level) for number in named.figure.numbers]
    slack = 1e-12 * max(1.0, *map(abs, values))
    if low is not None and min(values) < low - slack:
        return low
    return high if high is not None and max(values) > high + slack else None


def moved_value(number: float, way: str, level: float) -> float:
    """A number moved to a level."""
    return number * level if way == "times" else number + level if way == "add" else level


def _said(number: float, unit: Unit) -> str:
    return f"{number * 100:,.10g} %" if unit.format.percent else f"{number:,.10g}"


def base_level(way: str, figures: Iterable[Named]) -> float | None:
    """The level at which figures stand as the case has them."""
    if way != "to":
        return 1.0 if way == "times" else 0.0
    values = {number for named in figures for number in named.figure.numbers}
    return values.pop() if len(values) == 1 else None


def made(
    name: str, label: Text, figures: Sequence[Named], way: str, ends: tuple[float, float], *, derived: bool = False
) -> Move:
    """The move of some figures between two ends."""
    return Move(
        name=name,
        label=label,
        figures=tuple(dotted(named.path) for named in figures),
        way=way,
        low=ends[0],
        high=ends[1],
        unit=Unit.NUMBER if way == "times" else figures[0].spec.unit,
        base=base_level(way, figures),
        whole=way != "times" and any(named.spec.whole for named in figures),
        derived=derived,
    )


def moved_case(case: Any, figures: Iterable[Named], way: str, level: float) -> Any:
    """The case with some of its figures at a level of a move."""
    for named in figures:
        case = with_figure(case, named.path, _moved(named.figure, way, level))
    return case


def _moved(figure: Figure, way: str, level: float) -> Figure:
    value = figure.value
    moved = (
        tuple(moved_value(number, way, level) for number in value)
        if isinstance(value, tuple)
        else moved_value(value, way, level)
    )
    return replace(figure, value=moved, by_year=tuple((y, moved_value(x, way, level)) for y, x in figure.by_year))
