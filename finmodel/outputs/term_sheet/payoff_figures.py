"""Payoffs in the term sheet: for each instrument of revenue a picture, and the table that holds its numbers."""

from __future__ import annotations

from dataclasses import dataclass

from finmodel.outputs.charts import Caption
from finmodel.outputs.payoff_chart import Axis, payoff_chart
from finmodel.outputs.plot import Series
from finmodel.outputs.table import Row, Table
from finmodel.outputs.term_sheet.document import Figure
from finmodel.outputs.term_sheet.view import View
from finmodel.results import Payoff, RecordRow
from finmodel.units import Unit

__all__ = ["payoff_axis", "payoff_figures", "payoff_label", "payoff_tables", "payoff_title"]

_COLOURS = ("blue", "orange", "green", "violet", "ochre", "pink", "grey")
_DASHES = ("", "8 4", "2 4", "8 3 2 3")
_STEP = 0.25
"""The levels that are named on the axis and shown in the table."""
_SAME = 1e-9


@dataclass(frozen=True, slots=True)
class _Words:
    """How a payoff is told, by what its levels are shares of."""

    title: str
    axis: str
    plan: str


_WORDS = {
    "achievement": _Words(
        "%(name)s: paid in %(year)s by what is achieved", "Achieved, share of what is planned", "As planned"
    ),
    "savings": _Words(
        "%(name)s: saved, paid and kept in %(year)s by what is achieved", "Savings, share of what is planned",
        "As planned",
    ),
    "forecast": _Words(
        "%(name)s: kept in %(year)s by what is earned", "Revenue, share of the forecast", "As forecast"
    ),
    "use": _Words("%(name)s: paid in %(year)s by how much is used", "Use, share of what is planned", "As planned"),
    "revenue": _Words(
        "%(name)s: owed in %(year)s by what is earned", "Revenue, share of what is planned", "As planned"
    ),
}  # fmt: skip


def payoff_figures(view: View) -> tuple[Figure, ...]:
    """A picture for every payoff."""
    return tuple(_figure(view, payoff) for payoff in view.results.payoffs)


def payoff_tables(view: View) -> tuple[Table, ...]:
    """The numbers of every picture, at the levels that its axis names."""
    return tuple(_table(view, payoff) for payoff in view.results.payoffs)


def _figure(view: View, payoff: Payoff) -> Figure:
    words, title, key = _WORDS[payoff.by], payoff_title(view, payoff), _address(payoff)
    caption = Caption(
        f"figure-payoff-{key}",
        title,
        view.say("Lines show amounts of the year by level; the upright line stands where all is as planned."),
        _unit(view, payoff),
    )
    named = set(_shown(payoff))
    labels = tuple(_level(view, payoff, place) if place in named else "" for place in range(len(payoff.levels)))
    axis = Axis(payoff.levels, labels, payoff_axis(view, payoff), view.say(words.plan))
    curves = [
        Series(payoff_label(view, payoff, row), row.values, _COLOURS[n % len(_COLOURS)], _DASHES[n % len(_DASHES)])
        for n, row in enumerate(payoff.rows)
    ]
    picture = payoff_chart(caption, axis, curves, lambda value: view.language.number(value, _decimals(payoff)))
    return Figure(f"{caption.key}-block", title, picture, f"table-payoff-{key}", title)


def _table(view: View, payoff: Payoff) -> Table:
    places = _shown(payoff)
    rows = tuple(Row(payoff_label(view, payoff, row), Unit.MONEY, _cells(row, places)) for row in payoff.rows)
    columns = tuple(_level(view, payoff, place) for place in places)
    note = view.say("Amounts in %(currency)s; columns: %(levels)s.", currency=_unit(view, payoff),
                    levels=payoff_axis(view, payoff))  # fmt: skip
    key, stub = f"table-payoff-{_address(payoff)}", view.say("Amount")
    return Table(key, payoff_title(view, payoff), columns, rows, note=note, stub=stub)


def _cells(row: RecordRow, places: tuple[int, ...]) -> tuple[float | None, ...]:
    return tuple(row.values[place] for place in places)


def payoff_title(view: View, payoff: Payoff) -> str:
    """What the picture is called."""
    return view.say(_WORDS[payoff.by].title, name=view.instance(payoff.name), year=payoff.year)


def _shown(payoff: Payoff) -> tuple[int, ...]:
    """The places of the levels that are whole steps."""
    whole = (abs(level / _STEP - round(level / _STEP)) < _SAME for level in payoff.levels)
    return tuple(place for place, is_step in enumerate(whole) if is_step)


def _level(view: View, payoff: Payoff, place: int) -> str:
    return view.language.percent(payoff.levels[place], 0)


def payoff_axis(view: View, payoff: Payoff) -> str:
    """What the levels are shares of."""
    return view.say(_WORDS[payoff.by].axis)


def payoff_label(view: View, payoff: Payoff, row: RecordRow) -> str:
    """A line of the instrument by its own label, one of a part of it by the name of that part."""
    instance = row.line.rpartition(".")[0]
    return view.bare_label(row.line) if instance == payoff.name else view.instance(instance)


def _unit(view: View, payoff: Payoff) -> str:
    """The money of the amounts: outcomes are reckoned in that of their contract."""
    code = view.foreign(payoff.name) if payoff.by == "achievement" else ""
    scale = view.results.currency.partition(" ")[2]
    return view.language.currency(f"{code} {scale}".strip() if code else view.results.currency)


def _decimals(payoff: Payoff) -> int:
    return 0 if max(abs(value or 0.0) for row in payoff.rows for value in row.values) >= 10 else 1


def _address(payoff: Payoff) -> str:
    return payoff.name.replace("_", "-")
