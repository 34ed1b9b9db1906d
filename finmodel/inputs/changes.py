"""Changes to a case by path: a figure set, multiplied, added to or shifted in time, with the rules of a change."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from finmodel.errors import Problem
from finmodel.inputs.block import Block
from finmodel.inputs.declarations import Kind, Spot, followed
from finmodel.inputs.document import Document, Place, dotted
from finmodel.inputs.figure import Figure, FigureSpec
from finmodel.inputs.number import BadValueError, parse_number
from finmodel.inputs.table import Provenance
from finmodel.inputs.trouble import Path, Trouble, nearest
from finmodel.units import Unit

__all__ = ["BASE_CASE", "Change", "applied", "path_of"]

BASE_CASE = "base case"
"""What a change is made to, as notes on figures call it."""

_WAYS: Mapping[str, Callable[[float, float], float]] = {
    "times": lambda number, factor: number * factor,
    "add": lambda number, amount: number + amount,
}
_SIGNS = {"times": "×", "add": "+"}
_LATER = "later"
"""The way of a change that shifts a figure in time."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing to change: where, to what (or by how much), and where the change itself is written."""

    path: Path
    raw: Any
    place: Place
    of: str = BASE_CASE
    """What gave the figure that it changes: the base case, or a scenario."""

    @property
    def relative(self) -> bool:
        """Whether it multiplies, adds to or shifts what is there."""
        return isinstance(self.raw, Mapping) and bool(self.raw) and set(self.raw) <= {*_WAYS, _LATER}

    def problem(self, what: str, remedy: str, below: Path = ()) -> Problem:
        """A problem with the change, placed where it is written."""
        key = dotted((self.place.key or dotted(self.path), *below))
        return Problem(self.place.file, self.place.line, self.place.column, key, what, remedy)


def path_of(key: str) -> Path:
    """The path that a dotted key names; ``[3]`` is the third item of a list."""
    bracketed = re.sub(r"\[(\d+)\]", r".[\1]", key)
    return tuple(int(step[1:-1]) - 1 if step.startswith("[") else step for step in bracketed.split("."))


def applied(
    model: type[Block], document: Document, change: Change, *, structure: bool
) -> tuple[Document, list[Problem]]:
    """The document with the change made, and what is wrong with the change.

    With ``structure`` anything can be set; without it only figures that the case states, each in the form it has.
    """
    spot = followed(model, change.path, document.data)
    if structure and _is_new(spot, change):
        return document.changed(change.path, change.raw, change.place), []
    if spot.path != change.path:
        return document, [_astray(spot, change, document)]
    if spot.declaration is not None and spot.declaration.spec is not None and spot.declaration.kind is Kind.FIGURE:
        return _figure(spot, spot.declaration.spec, change, document, structure=structure)
    if not structure:
        what, remedy = "is no figure: scenarios and risks change figures only", "use --set, or a case file of its own"
        return document, [change.problem(what, remedy)]
    if change.relative:
        return document, [change.problem("is no figure, so there is nothing to compute with", "give the value itself")]
    return document.changed(change.path, change.raw, change.place), []


def _is_new(spot: Spot, change: Change) -> bool:
    """Whether a change adds a whole item to several; one key of an unknown item is more likely a slip."""
    return spot.many and len(change.path) == len(spot.path) + 1 and isinstance(change.raw, Mapping)


def _astray(spot: Spot, change: Change, document: Document) -> Problem:
    """The problem with a path that leads nowhere."""
    wrong = change.path[len(spot.path)]
    if spot.declaration is not None and spot.declaration.kind is Kind.FIGURE:
        return change.problem(f"goes into the figure {dotted(spot.path)}", "set the whole figure")
    inside = document.get(spot.path)
    known = spot.keys or (tuple(map(str, inside)) if isinstance(inside, Mapping) else ())
    where = f"in {dotted(spot.path)}" if spot.path else "at the top of the case"
    near = nearest(str(wrong), known)
    remedy = f"did you mean {near}?" if near else f"there is: {', '.join(known) or 'nothing'}"
    return change.problem(f"there is no {dotted((wrong,))} {where}", remedy)


def _figure(
    spot: Spot, spec: FigureSpec, change: Change, document: Document, *, structure: bool
) -> tuple[Document, list[Problem]]:
    base = _standing(spot, spec, document)
    if base is None and (change.relative or not structure):
        what = "is not given in the case, so there is nothing to change"
        return document, [change.problem(what, "state it in the case first")]
    if change.relative and base is not None:
        found, troubles = _computed(base, spec, change.raw, change.of)
    else:
        found, troubles = spec.read(change.raw)
    if not troubles and not structure and base is not None and _form(found, spec) != _form(base, spec):
        what = f"is {_form(found, spec)} here and {_form(base, spec)} in the case"
        troubles = [Trouble((), what, "give both in the same form")]
    if troubles:
        return document, [change.problem(what, remedy, below) for below, what, remedy, _ in troubles]
    return document.changed(change.path, found, change.place), []


def _standing(spot: Spot, spec: FigureSpec, document: Document) -> Figure | None:
    """The figure as the case has it, by default or outright; unknown if it cannot be read."""
    raw = document.get(spot.path)
    if raw is not None:
        return spec.read(raw)[0]
    default = spot.declaration.info.get_default() if spot.declaration else None
    return default if isinstance(default, Figure) else None


def _form(figure: Figure, spec: FigureSpec) -> str:
    if figure.by_year:
        return "by year"
    if isinstance(figure.value, tuple):
        return f"a list of {len(figure.value)}" if spec.profile else "by period"
    return "one number"


def _computed(base: Figure, spec: FigureSpec, raw: Mapping[str, Any], of: str) -> tuple[Figure, list[Trouble]]:
    """The figure multiplied by, added to or shifted, checked against its bounds."""
    way, given = next(iter(raw.items()))
    if len(raw) > 1:
        return base, [Trouble((), f"changes in {len(raw)} ways at once", f"keep one of {', '.join(map(str, raw))}")]
    if way == _LATER:
        return _shifted(base, spec, given, of)
    if spec.choices or (spec.unit is Unit.DATE and way == "times"):
        return base, [Trouble((way,), "cannot be computed from what is there", "give the value itself")]
    try:
        by = parse_number(given, Unit.NUMBER if way == "times" or spec.unit is Unit.DATE else spec.unit)
    except BadValueError as error:
        return base, [Trouble((way,), error.what, error.remedy)]
    found = _mapped(base, lambda number: _WAYS[way](number, by))
    note = f"{of} {_SIGNS[way]} {by:.10g}"
    return spec.read(replace(found, provenance=Provenance(note=note)))


def _shifted(base: Figure, spec: FigureSpec, given: object, of: str) -> tuple[Figure, list[Trouble]]:
    """The figure that many calendar years later (by year) or periods later (by period); until then its first value."""
    if spec.profile or not (base.by_year or isinstance(base.value, tuple)):
        what = "lists shares" if spec.profile else "does not change over time"
        return base, [Trouble((_LATER,), f"{what}, so it cannot come later", "use times or add, or give the value")]
    try:
        late = parse_number(given, Unit.COUNT)
    except BadValueError as error:
        return base, [Trouble((_LATER,), error.what, error.remedy)]
    if late < 1 or late != int(late):
        remedy = "give a whole number of years (by_year) or periods (by_period), 1 or more"
        return base, [Trouble((_LATER,), f"is {late:.10g}", remedy)]
    note = Provenance(note=f"{of}, {late:.0f} {'years' if base.by_year else 'periods'} later")
    if base.by_year:
        moved = ((year + int(late), number) for year, number in base.by_year)
        return spec.read(replace(base, by_year=(base.by_year[0], *moved), provenance=note))
    values = base.numbers
    kept = (values[0],) * min(int(late), len(values)) + values[: max(len(values) - int(late), 0)]
    return spec.read(replace(base, value=kept, provenance=note))


def _mapped(figure: Figure, change: Callable[[float], float]) -> Figure:
    value = tuple(map(change, figure.value)) if isinstance(figure.value, tuple) else change(figure.value)
    return replace(figure, value=value, by_year=tuple((year, change(number)) for year, number in figure.by_year))
