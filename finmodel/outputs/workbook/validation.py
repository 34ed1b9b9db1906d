"""What a cell of an input accepts: the bounds, flags, dates and choices that the case file would accept."""

from __future__ import annotations

from finmodel.inputs.table import InputEntry
from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.page import Page
from finmodel.units import Unit

__all__ = ["validate"]

_LATEST_DAY = 109573  # 31 December 2199
_FIRST_DAY = 1


def validate(desk: Desk, page: Page, entry: InputEntry, row: int, column: int, *, choices: str, width: int = 1) -> None:
    """Lets the cells of an input hold only what the case file may hold."""
    rule = _rule(entry, choices)
    if rule is None:
        return
    words = desk.translate
    rule |= {"error_title": words("Not accepted"), "error_message": words(_message(entry))}
    page.sheet.data_validation(row - 1, column, row - 1, column + width - 1, rule)


def _rule(entry: InputEntry, choices: str) -> dict[str, object] | None:
    low, high = entry.minimum, entry.maximum
    if entry.choices:
        return {"validate": "list", "source": "=" + choices}
    if entry.variable.unit is Unit.FLAG:
        return {"validate": "list", "source": ["0", "1"]}
    if entry.variable.unit is Unit.DATE:
        low, high = low or _FIRST_DAY, high or _LATEST_DAY
        return {"validate": "integer", "criteria": "between", "minimum": low, "maximum": high}
    if low is not None and high is not None:
        return {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": high}
    if low is not None:
        return {"validate": "decimal", "criteria": ">=", "value": low}
    if high is not None:
        return {"validate": "decimal", "criteria": "<=", "value": high}
    return None


def _message(entry: InputEntry) -> str:
    if entry.choices:
        return "Choose one of the words on the list."
    if entry.variable.unit is Unit.FLAG:
        return "Enter 1 for yes or 0 for no."
    if entry.variable.unit is Unit.DATE:
        return "Enter a date."
    low, high = entry.minimum, entry.maximum
    if low is not None and high is not None:
        return f"Enter a number from {low:g} to {high:g}."
    return f"Enter a number of at least {low:g}." if low is not None else f"Enter a number of at most {high:g}."
