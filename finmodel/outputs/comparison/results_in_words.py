"""Key results and their changes as tables show them: percentages change by points, dates by days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from finmodel.outputs.table import Cell
from finmodel.outputs.term_sheet.view import View
from finmodel.results import Check, Kpi, Value
from finmodel.units import Unit

__all__ = ["cell", "changed_by", "failing_in_words", "points_note"]

_IN_WORDS = {Unit.YEARS, Unit.MONTHS, Unit.DAYS}
_DIFFERENCE = {Unit.DATE: Unit.DAYS, Unit.CALENDAR_YEAR: Unit.YEARS, Unit.FLAG: Unit.COUNT}
"""What a difference between two such values is measured in."""


def changed_by(change: Value, unit: Unit) -> tuple[Value, Unit]:
    """A difference as a table shows it: of percentages in points, with two decimals."""
    if unit.format.percent:
        return (None if change is None else change * 100), Unit.QUANTITY
    return change, _DIFFERENCE.get(unit, unit)


def cell(view: View, value: Value, unit: Unit) -> Cell:
    """A value as a cell of a table: a number, or words where the unit must be told."""
    return view.language.quantity(value, unit, view.results.currency) if unit in _IN_WORDS else value


def points_note(view: View, kpis: Iterable[Kpi]) -> tuple[str, ...]:
    """That percentages change by points, where there are any."""
    return (view.say("Percentages change by percentage points."),) if any(k.unit.format.percent for k in kpis) else ()


def failing_in_words(view: View, failing: Sequence[Check]) -> str:
    """The checks that do not hold, each with its value; or that all hold."""
    lines = view.results.graph.lines
    told = [
        f"{view.label(check.line)}: {view.language.figure(check.value, lines[check.line].unit)}" for check in failing
    ]
    return "; ".join(told) or view.say("all checks and covenants hold")
