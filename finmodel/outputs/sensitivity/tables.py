"""Tables of a sensitivity: bars, curves, two moves at once, shares of variance, each for one result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from finmodel.outputs.sensitivity.words import level_text, move_label, result_label, value_text
from finmodel.outputs.table import Layout, Row, Table
from finmodel.outputs.term_sheet.view import View
from finmodel.results import Value
from finmodel.sensitivities import Bar, Curve, Measured, Sensitivities, SobolIndices, Spider, Tornado, TwoWayTable
from finmodel.units import Unit

__all__ = ["blanks_text", "sobol_table", "spider_table", "still_text", "tornado_table", "two_way_view"]

_NOTHING = 1e-9


def tornado_table(view: View, found: Sensitivities, tornado: Tornado) -> Table:
    """Every move that changes the result: both ends, the result there, its changes and its swing."""
    measured = found.kpi(tornado.kpi)
    columns = ("Low end", "Result", "High end", "Result", "Change", "Change", "Swing")
    rows = tuple(_bar(view, found, measured, bar) for bar in tornado.bars if not _still(measured, bar))
    base = value_text(view, measured, measured.base)
    caption = view.say(
        "One at a time: %(result)s, %(base)s in the case", result=result_label(view, measured), base=base
    )
    notes = (blanks_text(view, _reasons_of(tornado)), still_text(view, found, tornado))
    return Table(
        f"tornado-{tornado.kpi}", caption, tuple(map(view.say, columns)), rows, " ".join(filter(None, notes)),
        view.say("Move"),
    )  # fmt: skip


def _bar(view: View, found: Sensitivities, measured: Measured, bar: Bar) -> Row:
    move = found.move(bar.move)
    ends = [level_text(view, move, end) for end in move.ends]
    cells = (ends[0], bar.low, ends[1], bar.high, bar.low_change, bar.high_change, bar.swing)
    return Row(move_label(view, move), measured.unit, cells)


def _still(measured: Measured, bar: Bar) -> bool:
    """Whether a move leaves a result where it is."""
    if bar.swing is None:
        return bar.low is None and bar.high is None and measured.base is None
    return bar.swing <= _NOTHING * max(1.0, abs(measured.base or 0.0))


def still_text(view: View, found: Sensitivities, tornado: Tornado) -> str:
    """Which moves leave a result where it is."""
    measured = found.kpi(tornado.kpi)
    still = [move_label(view, found.move(bar.move)) for bar in tornado.bars if _still(measured, bar)]
    return view.say("Not moved by: %(moves)s.", moves="; ".join(still)) if still else ""


def _reasons_of(tornado: Tornado) -> list[str]:
    return [reason for bar in tornado.bars for reason in bar.reasons.values()]


def blanks_text(view: View, reasons: Iterable[str]) -> str:
    """How many values there are not, and why."""
    told = list(reasons)
    if not told:
        return ""
    why = " ".join(dict.fromkeys(told))
    return view.say("Without a value (n/a): %(count)s. %(reasons)s", count=len(told), reasons=why)


def spider_table(view: View, found: Sensitivities, spider: Spider) -> Table:
    """Every move in its steps: each level with the result there."""
    measured = found.kpi(spider.kpi)
    curves = [curve for curve in spider.curves if _moves(measured, curve)]
    steps = max((len(curve.levels) for curve in curves), default=0)
    columns = tuple(view.say("Step %(number)s", number=number) for number in range(1, steps + 1))
    rows = tuple(_curve(view, found, measured, curve, steps) for curve in curves)
    caption = view.say("In steps: %(result)s", result=result_label(view, measured))
    return Table(f"spider-{spider.kpi}", caption, columns, rows, "", view.say("Move"), layout=Layout.WORDS)


def _moves(measured: Measured, curve: Curve) -> bool:
    known = [value for value in (*curve.values, measured.base) if value is not None]
    return None in curve.values or max(known) - min(known) > _NOTHING * max(1.0, abs(measured.base or 0.0))


def _curve(view: View, found: Sensitivities, measured: Measured, curve: Curve, steps: int) -> Row:
    move = found.move(curve.move)
    cells = tuple(
        f"{level_text(view, move, level)}: {view.language.figure(value, measured.unit)}"
        for level, value in zip(curve.levels, curve.values, strict=True)
    )
    return Row(move_label(view, move), measured.unit, cells + ("",) * (steps - len(cells)))


def two_way_view(view: View, found: Sensitivities, table: TwoWayTable) -> Table:
    """A result over two moves: one down the side, one across the top."""
    measured, down, across = found.kpi(table.kpi), found.move(table.rows), found.move(table.columns)
    rows = tuple(
        Row(level_text(view, down, level), measured.unit, tuple(values))
        for level, values in zip(table.row_levels, table.values, strict=True)
    )
    caption = view.say(
        "Two at a time: %(result)s; down: %(rows)s; across: %(columns)s",
        result=result_label(view, measured),
        rows=move_label(view, down),
        columns=move_label(view, across),
    )
    columns = tuple(level_text(view, across, level) for level in table.column_levels)
    base = view.say("%(value)s in the case.", value=value_text(view, measured, table.base))
    note = " ".join(filter(None, (base, blanks_text(view, table.reasons.values()))))
    return Table(f"two-way-{table.rows}-{table.columns}-{table.kpi}", caption, columns, rows, note)


def sobol_table(view: View, found: Sensitivities, indices: SobolIndices) -> Table:
    """What share of a result's variance each move brings about, alone and with all that it does together."""
    measured = found.kpi(indices.kpi)
    rows = tuple(
        Row(
            move_label(view, found.move(index.move)),
            Unit.QUANTITY,
            (index.first, *index.first_between, index.total, *index.total_between),
        )
        for index in indices.indices
    )
    columns = ("First order", "from", "to", "Total", "from", "to")
    caption = view.say(
        "Shares of variance: %(result)s, mean %(mean)s, standard deviation %(deviation)s",
        result=result_label(view, measured),
        **_moments(view, measured, {"mean": indices.mean, "deviation": indices.deviation}),
    )
    return Table(f"sobol-{indices.kpi}", caption, tuple(map(view.say, columns)), rows, "", view.say("Move"))


def _moments(view: View, measured: Measured, moments: Mapping[str, Value]) -> dict[str, str]:
    return {name: view.language.figure(value, measured.unit) for name, value in moments.items()}
