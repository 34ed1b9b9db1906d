"""Figures that differ, in words: where each stands, its value before and after, and where both come from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from finmodel.compared import FigureChange
from finmodel.inputs.table import InputEntry
from finmodel.outputs.json_results import rounded
from finmodel.outputs.language import Language
from finmodel.units import Unit

__all__ = ["change_in_words", "figure_record"]

_SHOWN = 4
"""Positions of a table that are told one by one."""


def change_in_words(change: FigureChange, language: Language, currency: str) -> str:
    """What a figure was and what it is, e.g. ``12.0% → 15.0%``; of a table the years in which it differs."""
    before, after = change.before, change.after
    if before is None or after is None:
        entry = before or after
        assert entry is not None
        told = _valued(entry, language, currency)
        return language.gettext("added: %(value)s" if before is None else "removed: %(value)s") % {"value": told}
    if isinstance(before.value, tuple) and len(_positions(before)) == len(_positions(after)):
        return _by_position(before, after, language)
    return _moved(before, after, language, currency)


def figure_record(change: FigureChange) -> dict[str, Any]:
    """A figure that differs as programs read it, with both values and where they come from."""
    return {
        "kind": change.kind,
        "label": change.variable.label,
        "unit": change.variable.unit.value,
        "before": _record(change.before),
        "after": _record(change.after),
    }


def _record(entry: InputEntry | None) -> dict[str, Any] | None:
    if entry is None:
        return None
    given = entry.provenance
    told: dict[str, Any] = {"value": rounded(entry.value), "status": given.status, "stated": given.stated}
    if entry.choices:
        told["choice"] = _choice(entry)
    if entry.axis:
        told["axis"] = list(entry.axis)
    details = {"source": given.source, "as_of": given.as_of, "note": given.note}
    return told | {key: text for key, text in details.items() if text}


def _choice(entry: InputEntry) -> str:
    return entry.choices[int(entry.value) - 1] if isinstance(entry.value, float) else ""


def _valued(entry: InputEntry, language: Language, currency: str) -> str:
    """The value of a figure with its unit, or its first values by year or by period."""
    if entry.choices:
        return _choice(entry)
    if not isinstance(entry.value, tuple):
        return language.quantity(entry.value, entry.variable.unit, currency)
    unit = entry.variable.unit
    return _shortened([(place, _in_full(value, unit, language)) for place, value in _positions(entry)])


def _moved(before: InputEntry, after: InputEntry, language: Language, currency: str) -> str:
    """A single value before and after; where the usual decimals would show the same, with all that it has."""
    told = [_valued(entry, language, currency) for entry in (before, after)]
    if told[0] == told[1]:
        pairs = ((entry.value, entry.variable.unit) for entry in (before, after))
        told = [_in_full(value, unit, language) for value, unit in pairs if isinstance(value, float)]
    return " → ".join(told)


def _by_position(before: InputEntry, after: InputEntry, language: Language) -> str:
    """The years, periods or places in which two tables differ, with both values; neighbours alike are told once."""
    unit = before.variable.unit
    pairs = zip(_positions(before), _positions(after), strict=True)
    return _shortened(
        [
            (place, f"{_in_full(old, unit, language)} → {_in_full(new, unit, language)}")
            for (place, old), (_, new) in pairs
            if old != new
        ]
    )


def _positions(entry: InputEntry) -> Sequence[tuple[str, float]]:
    """What each position of a table or series stands for (its axis, or the period, counted from 1), and its value."""
    values = entry.value if isinstance(entry.value, tuple) else (entry.value,)
    places = entry.axis or tuple(str(place + 1) for place in range(len(values)))
    return tuple(zip(places, values, strict=True))


def _in_full(value: float, unit: Unit, language: Language) -> str:
    """A number with up to six digits and no more decimals than it needs, so that what differs looks different."""
    if unit is Unit.DATE:
        return language.figure(value, unit)
    plain = float(f"{value * (100 if unit.format.percent else 1):.6g}")
    decimals = len(f"{plain:.6f}".rstrip("0").partition(".")[2])
    return language.percent(plain / 100, decimals) if unit.format.percent else language.number(plain, decimals)


def _shortened(told: Sequence[tuple[str, str]]) -> str:
    """Position and value, neighbours that are alike told once, and no more than a few."""
    runs = [(next(run)[0], value) for value, run in groupby(told, key=itemgetter(1))]
    shown = ", ".join(f"{place}: {value}" for place, value in runs[:_SHOWN])
    return f"{shown}, …" if len(runs) > _SHOWN else shown
