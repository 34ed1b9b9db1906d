"""Records of a review in the words of one language: what a sentence tells, and tables with their words translated."""

from __future__ import annotations

from dataclasses import replace

from finmodel.outputs.review.cells import measured
from finmodel.outputs.table import Cell
from finmodel.outputs.term_sheet.view import View
from finmodel.review import ReviewTable, Sentence, Told
from finmodel.units import Unit

__all__ = ["sentence", "told_texts", "translated", "word"]

_MOST_DIGITS = 6
"""So many digits more than usual are shown where two numbers are to be told apart."""
_LONG = 40
"""Texts of more characters than this are phrases, and no names."""
_HAIR = 1e-12
"""Keeps a whole number from being written without the decimals that it is compared by."""


def word(view: View, text: str) -> str:
    """Words of the case in their translation, those of the catalogue in theirs, sentences with what they tell."""
    if isinstance(text, Sentence):
        return sentence(view, str(text), dict(text.told))
    own = view.language.text(text)
    return view.say(own) if own == text else own


def told_texts(view: View, told: Told) -> tuple[str, ...]:
    """What is told, one text or several: amounts with their currency, quantities with their unit."""
    value = told.value
    if isinstance(value, tuple):
        return tuple(word(view, each) for each in value)
    if isinstance(value, str):
        return (word(view, value),)
    if told.unit is not None:
        return (_apart(view, value, told.apart_from, told.unit),)
    return (" ".join(filter(None, (measured(view.language, value), word(view, told.measure)))),)


def _apart(view: View, value: float, other: float | None, unit: Unit) -> str:
    """The value with as many digits as it takes to tell it from the other."""
    if other is None or value == other:
        return view.amount(value, unit)
    beside = other + _HAIR
    shown = (
        (view.amount(value, unit, more=more), view.amount(beside, unit, more=more)) for more in range(_MOST_DIGITS)
    )
    return next((one for one, another in shown if one != another), view.amount(value, unit, more=_MOST_DIGITS))


def sentence(view: View, message: str, told: dict[str, Told]) -> str:
    """A message with what it tells in its places."""
    return view.say(message, **{name: _in_a_row(told_texts(view, each)) for name, each in told.items()})


def _in_a_row(texts: tuple[str, ...]) -> str:
    """Several texts one after the other: those that are long, or have commas of their own, with semicolons."""
    apart = any(", " in text or ": " in text or len(text) > _LONG for text in texts)
    return ("; " if apart else ", ").join(texts)


def translated(view: View, table: ReviewTable) -> ReviewTable:
    """The table in the words of the document; its numbers as they are."""
    return replace(
        table,
        title=word(view, table.title),
        note=word(view, table.note),
        columns=tuple(replace(column, label=word(view, column.label)) for column in table.columns),
        rows=tuple(replace(row, cells=tuple(_cell(view, cell) for cell in row.cells)) for row in table.rows),
    )


def _cell(view: View, cell: Cell) -> Cell:
    return word(view, cell) if isinstance(cell, str) else cell
