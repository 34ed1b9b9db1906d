"""Tables over time: a column for every year, or a row for every period, cut to what fits on a page."""

from __future__ import annotations

from collections.abc import Sequence

from finmodel.expr.line import Line
from finmodel.outputs.table import Gather, Layout, Row, Table, by_year, in_blocks, trimmed
from finmodel.outputs.term_sheet.view import View
from finmodel.units import Unit

__all__ = ["by_period", "fitted", "lines_named", "year_row", "yearly"]

_ROOM = 100
"""How many characters of numbers fit beside the names of the rows on an upright page."""
_MOST_COLUMNS = 10
_NOTHING = 1e-6


def yearly(view: View, key: str, caption: str, rows: Sequence[Row], *, note: str = "", stub: str = "") -> list[Table]:
    """Rows by calendar year, in blocks that fit; the stub is the unit of amounts unless it is given."""
    money = view.language.currency(view.results.currency)
    columns = view.year_columns
    table = Table(key, view.say(caption), columns, tuple(rows), note=note, stub=stub or money, layout=Layout.YEARS)
    return fitted(view, trimmed(table))


def fitted(view: View, table: Table) -> list[Table]:
    """The table in blocks of as many columns as their widest number leaves room for."""
    cells = ((cell, row.unit) for row in table.rows for cell in row.cells)
    shown = (cell if isinstance(cell, str) else view.language.figure(cell, unit) for cell, unit in cells)
    widest = max((len(text) for text in (*shown, *table.columns)), default=0)
    return in_blocks(table, max(2, min(_MOST_COLUMNS, _ROOM // (widest + 2))))


def year_row(view: View, line: Line, gather: Gather, kind: str = "plain") -> Row:
    """A line by calendar year; what the statement subtracts is shown as negative."""
    sign = -1.0 if line.tags.get("sign") == "minus" else 1.0
    values = by_year(view.series(line.name), view.periods, gather)
    cells = tuple(None if value is None else sign * value for value in values)
    return Row(view.line_label(line), line.unit, cells, kind)


def lines_named(view: View, *names: str) -> list[Line]:
    """The lines of these names, as far as the model has them."""
    return [view.results.graph.lines[name] for name in names if name in view.results.graph.lines]


def by_period(view: View, key: str, caption: str, names: Sequence[str], *, alive: str = "") -> Table:
    """A row for every period, a column for every line that ever holds anything.

    Only periods are shown in which the line ``alive``, or without it any amount, is not nothing.
    """
    lines = [line for line in lines_named(view, *names) if any(map(_there, view.series(line.name)))]
    moving = [view.series(name) for name in ((alive,) if alive else _amounts(lines))]
    rows = tuple(
        Row(view.language.day(period.end, short=True), Unit.MONEY, _shown(view, lines, position))
        for position, period in enumerate(view.periods)
        if any(_there(values[position]) for values in moving)
    )
    alone = len({line.instance for line in lines}) == 1
    columns = tuple(view.bare_label(line.name) if alone else view.line_label(line) for line in lines)
    note = view.say("Amounts in %(currency)s.", currency=view.language.currency(view.results.currency))
    return Table(key, caption, columns, rows, note=note, stub=view.say("Period to"), layout=Layout.PERIODS)


def _amounts(lines: Sequence[Line]) -> list[str]:
    return [line.name for line in lines if line.unit is Unit.MONEY]


def _shown(view: View, lines: Sequence[Line], position: int) -> tuple[str, ...]:
    return tuple(view.language.figure(view.series(line.name)[position], line.unit) for line in lines)


def _there(value: float | None) -> bool:
    return value is not None and abs(value) > _NOTHING
