"""Every node on every engine: NumPy is the reference, and the workbook is recalculated by three spreadsheet engines.

Each row of the table is a line of one graph. The graph is written as a workbook in which every formula carries a
wrong value; what the engines make of the formulas is compared with NumPy. LibreOffice is the judge.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from finmodel.engines.excel_engine import ExcelEngine
from finmodel.engines.numpy_code import GridCode, RowCode
from finmodel.engines.words_engine import WordsEngine
from finmodel.expr import nodes
from finmodel.expr.functions import (
    absolute,
    at,
    average,
    both,
    day,
    earlier,
    either,
    equals,
    filled,
    first_where,
    floor,
    following,
    highest,
    internal_rate,
    lowest,
    maximum,
    minimum,
    month,
    month_end,
    negated,
    previous,
    ratio,
    sum_product,
    total,
    where,
    year,
)  # fmt: skip
from finmodel.expr.line import Shape
from finmodel.expr.names import Names
from finmodel.expr.nodes import NODES, Node, Operand
from finmodel.expr.visitor import Visitor
from finmodel.outputs.workbook.plan import make_plan
from finmodel.outputs.workbook.writer import write_workbook
from finmodel.results import Results
from tests.expr.small_graphs import graph, scalar, series
from tests.recalculation import Cells, by_formualizer, by_ironcalc, by_libreoffice, planted
from tests.small_results import small_results

ENGINES: tuple[type[Visitor], ...] = (GridCode, RowCode, ExcelEngine, WordsEngine)
"""Every engine translates every node."""

SPREADSHEETS: Mapping[str, Callable[[Path], Cells]] = {
    "LibreOffice": by_libreoffice, "formualizer": by_formualizer, "ironcalc": by_ironcalc,
}  # fmt: skip
"""Every spreadsheet engine computes every formula."""

GAPS: Mapping[str, frozenset[type[Node]]] = {
    "LibreOffice": frozenset(),
    "formualizer": frozenset({nodes.InternalRate}),  # XIRR over INDEX(…):cell is an error there
    "ironcalc": frozenset({nodes.InternalRate}),  # the same
}
"""Nodes whose formulas a spreadsheet engine cannot compute yet. A gap that closes fails the test below."""

PERIODS = 10

GIVEN: dict[str, list[float]] = {
    "up": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    "wave": [3.5, -2, 0, 0, 7.25, -0.5, 1e6, -1e-6, 0, 12],
    "none": [0] * 10,
    "late": [0, 0, 0, 0, 0, 0, 0, 1, 1, 1],
    "first": [1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    "last": [0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    "some": [0, 1, 1, 0, 1, 0, 0, 1, 0, 1],
    # 31 Jan 2028 (leap), 29 Feb 2028, 31 Dec 2029, 1 Jan 2030, 28 Feb 2031, 30 Jun 2036, 31 Dec 2099, 29 Feb 2000 …
    "day_of": [46783, 46812, 47483, 47484, 47907, 49856, 73050, 36585, 36526, 45107],
    "when": [46568, 46752, 46934, 47118, 47299, 47483, 47664, 47848, 48029, 48213],
    "plain_flows": [-100, -50, 20, 30, 30, 35, 40, 40, 45, 50],
    "late_flows": [0, 0, -120, 10, 20, 40, 40, 40, 40, 40],
    "ending_flows": [-100, 25, 40, 40, 40, 40, 30, 20, 10, -15],
    "losing_flows": [-100, 5, 5, 5, 5, 5, 5, 5, 5, 5],
    "ruinous_flows": [-100, 0, 0, 0, 0, 0, 0, 0, 0, 3],
    "rich_flows": [-10, 30, 30, 30, 30, 30, 30, 30, 30, 30],
    "level_flows": [-100, 0, 25, 0, 25, 0, 25, 0, 25, 0],
    "paid_flows": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    "borrowed_flows": [100, -10, -10, -10, -10, -20, -20, -20, -20, -20],
}  # fmt: skip
TABLE = [10.0, 20.5, -30.0, 40.25, 50.0]
SINGLE = {"two": 2.0, "half": 0.5, "minus": -3.0, "nought": 0.0, "much": 99.0, "bit": 1.5}


@dataclass(frozen=True)
class Row:
    """One formula to compute: the node it is there for, what is special about it, and the formula."""

    node: type[Node]
    title: str
    formula: Callable[[Names], Operand]
    single: bool = False


def _row(node: type[Node], title: str, formula: Callable[[Names], Operand]) -> Row:
    return Row(node, title, formula)


def _one(node: type[Node], title: str, formula: Callable[[Names], Operand]) -> Row:
    return Row(node, title, formula, single=True)


ROWS: tuple[Row, ...] = (
    _row(nodes.Constant, "whole", lambda m: 12),
    _row(nodes.Constant, "fraction", lambda m: 0.1),
    _row(nodes.Constant, "tiny", lambda m: 2.5e-7),
    _row(nodes.Constant, "negative", lambda m: m.up * -4 + -2),
    _row(nodes.Input, "series", lambda m: m.wave),
    _row(nodes.Input, "single in a series", lambda m: m.bit),
    _one(nodes.Input, "single", lambda m: m.minus),
    _row(nodes.Reference, "line", lambda m: m.ramp),
    _row(nodes.Reference, "single line in a series", lambda m: m.tenth),
    _one(nodes.Reference, "single line", lambda m: m.tenth),
    _row(nodes.Add, "series and single", lambda m: m.wave + m.bit),
    _row(nodes.Add, "grouped on the right", lambda m: m.up + (m.wave - m.bit)),
    _row(nodes.Subtract, "from the left", lambda m: m.up - m.wave - m.bit),
    _row(nodes.Subtract, "grouped on the right", lambda m: m.up - (m.wave - m.bit)),
    _row(nodes.Subtract, "a negative", lambda m: m.up - -m.wave),
    _row(nodes.Multiply, "sum in brackets", lambda m: (m.up + 1) * (m.wave - 2)),
    _row(nodes.Multiply, "product of products", lambda m: m.up * (m.wave * m.bit) * m.half),
    _row(nodes.Multiply, "with a negative", lambda m: m.up * -m.wave),
    _row(nodes.Divide, "zero divisor gives 0", lambda m: m.up / m.wave),
    _row(nodes.Divide, "zero by zero", lambda m: m.none / m.none),
    _row(nodes.Divide, "by a constant", lambda m: m.up / 12 / 2),
    _row(nodes.Divide, "by a quotient", lambda m: m.up / (m.bit / 12)),
    _row(nodes.Divide, "by a negative constant", lambda m: m.up / -4),
    _row(nodes.Divide, "by an expression that is 0 once", lambda m: 1 / (m.up - 3)),
    _one(nodes.Divide, "single by 0", lambda m: m.two / m.nought),
    _row(nodes.Power, "square root", lambda m: m.up**m.half),
    _row(nodes.Power, "negative base gives 0", lambda m: m.wave**2),
    _row(nodes.Power, "zero base gives 0", lambda m: m.none**0),
    _row(nodes.Power, "negative exponent", lambda m: (1 + m.half) ** -m.up),
    _row(nodes.Power, "constant base", lambda m: nodes.Power(nodes.Constant(2.0), m.up - 3)),
    _row(nodes.Power, "of a negative", lambda m: (-m.minus) ** 2),
    _row(nodes.Power, "of a power", lambda m: (m.up**2) ** 0.5),
    _row(nodes.Negate, "series", lambda m: -m.wave),
    _row(nodes.Negate, "sum", lambda m: -(m.wave + m.up)),
    _row(nodes.Negate, "product", lambda m: -(m.wave * m.up) + 1),
    _row(nodes.Negate, "twice", lambda m: -nodes.Negate(m.wave)),
    _row(nodes.Negate, "quotient", lambda m: -(m.up / 4)),
    _row(nodes.Absolute, "series", lambda m: absolute(m.wave)),
    _row(nodes.Floor, "above and below 0", lambda m: floor(m.wave / 4)),
    _row(nodes.Minimum, "series and single", lambda m: minimum(m.wave, m.bit)),
    _row(nodes.Minimum, "period before the first is 0", lambda m: minimum(previous(m.up), m.bit)),
    _row(nodes.Minimum, "position outside is 0", lambda m: minimum(at(m.up, m.up + 3), 5)),
    _row(nodes.Minimum, "chosen period outside is 0", lambda m: minimum(where(m.some, following(m.up), 9), 5)),
    _row(nodes.Minimum, "of one", lambda m: minimum(m.wave)),
    _row(nodes.Maximum, "of three", lambda m: maximum(m.wave, m.bit, -m.up)),
    _row(nodes.Maximum, "period after the last is 0", lambda m: maximum(following(m.down), -2)),
    _row(nodes.Maximum, "lag before the first is 0", lambda m: maximum(earlier(m.down, 3), -2)),
    _row(nodes.Less, "as a value", lambda m: m.wave < m.bit),
    _row(nodes.Less, "added up", lambda m: (m.wave < m.bit) + (m.up < 4)),
    _row(nodes.LessEqual, "equal at one point", lambda m: m.up <= 4),
    _row(nodes.Greater, "with sums on both sides", lambda m: m.wave + 1 > m.up - 2),
    _row(nodes.GreaterEqual, "equal at one point", lambda m: m.up >= 4),
    _row(nodes.Equal, "counter", lambda m: equals(m.up, 4)),
    _row(nodes.Equal, "before the first period", lambda m: equals(previous(m.up), 0)),
    _row(nodes.Equal, "of comparisons", lambda m: equals(m.up > 3, m.wave > 0)),
    _row(nodes.And, "flags", lambda m: both(m.some, m.late)),
    _row(nodes.And, "comparisons", lambda m: both(m.up > 2, m.up < 9, m.wave >= 0)),
    _row(nodes.And, "the empty cell before the first period is false", lambda m: both(previous(m.up), m.up > 0)),
    _row(nodes.And, "numbers that are no flags", lambda m: both(m.wave, m.up)),
    _row(nodes.Or, "flags", lambda m: either(m.some, m.late)),
    _row(nodes.Or, "the empty cell after the last period is false", lambda m: either(following(m.up), m.wave > 100)),
    _row(nodes.Not, "flag", lambda m: negated(m.some)),
    _row(nodes.Not, "number", lambda m: negated(m.wave)),
    _row(nodes.Not, "comparison", lambda m: negated(m.up > 4)),
    _row(nodes.Not, "of both, of not", lambda m: negated(both(m.some, negated(m.late)))),
    _row(nodes.Where, "flag", lambda m: where(m.some, m.up, -m.up)),
    _row(nodes.Where, "number that is no flag", lambda m: where(m.wave, 1, 2)),
    _row(nodes.Where, "before the first period", lambda m: where(previous(m.up), 1, 2)),
    _row(nodes.Where, "nested", lambda m: where(m.up > 7, 3, where(m.up > 3, 2, 1))),
    _row(nodes.Where, "arithmetic as condition", lambda m: where(m.some * m.late, 1, 2)),
    _one(nodes.Where, "single", lambda m: where(m.two > m.bit, m.half, m.much)),
    _row(nodes.Previous, "0 in the first period", lambda m: previous(m.up)),
    _row(nodes.Previous, "of an input", lambda m: previous(m.wave) * 2),
    _row(nodes.Previous, "running total", lambda m: previous(m.running) + m.wave),
    _row(nodes.Following, "0 in the last period", lambda m: following(m.up)),
    _row(nodes.Following, "backward recursion", lambda m: following(m.remaining) / (1 + m.half) + m.up),
    _row(nodes.At, "series by moving position", lambda m: at(m.wave, m.up - 2)),
    _row(nodes.At, "outside on both sides", lambda m: at(m.up, m.up * 5 - 12)),
    _row(nodes.At, "far outside", lambda m: at(m.up, m.wave * 1000)),
    _row(nodes.At, "table", lambda m: at(m.table, m.up - 1)),
    _row(nodes.At, "single position in a series", lambda m: m.up * at(m.table, m.two)),
    _one(nodes.At, "single", lambda m: at(m.table, m.two) + at(m.up, m.two * 2)),
    _one(nodes.At, "position 0", lambda m: at(m.up, m.nought)),
    _row(nodes.Earlier, "constant lag", lambda m: earlier(m.up, 3)),
    _row(nodes.Earlier, "lag from an input", lambda m: earlier(m.up, m.two)),
    _row(nodes.Earlier, "lag below 1 counts as 1", lambda m: earlier(m.up, m.nought)),
    _row(nodes.Earlier, "negative lag counts as 1", lambda m: earlier(m.up, m.minus)),
    _row(nodes.Earlier, "fraction is cut", lambda m: earlier(m.up, m.bit + 1)),
    _row(nodes.Earlier, "lag beyond the start", lambda m: earlier(m.up, m.much)),
    _row(nodes.Earlier, "inside a loop over periods", lambda m: m.up + earlier(m.echo, m.two) * m.half),
    _one(nodes.Total, "series", lambda m: total(m.wave)),
    _one(nodes.Total, "table", lambda m: total(m.table)),
    _one(nodes.Lowest, "plain", lambda m: lowest(m.wave)),
    _one(nodes.Lowest, "passes over blanks", lambda m: lowest(m.cover)),
    _one(nodes.Lowest, "all blank is blank", lambda m: lowest(m.never)),
    _one(nodes.Highest, "plain", lambda m: highest(m.wave)),
    _one(nodes.Highest, "passes over blanks", lambda m: highest(m.cover)),
    _one(nodes.Highest, "all blank is blank", lambda m: highest(m.never)),
    _one(nodes.Average, "plain", lambda m: average(m.up)),
    _one(nodes.Average, "passes over blanks", lambda m: average(m.cover)),
    _one(nodes.Average, "all blank is blank", lambda m: average(m.never)),
    _one(nodes.SumProduct, "series", lambda m: sum_product(m.up, m.wave)),
    _one(nodes.SumProduct, "with a flag", lambda m: sum_product(m.up, m.first)),
    _one(nodes.FirstWhere, "late flag", lambda m: first_where(m.late)),
    _one(nodes.FirstWhere, "first period", lambda m: first_where(m.first)),
    _one(nodes.FirstWhere, "last period", lambda m: first_where(m.last)),
    _one(nodes.FirstWhere, "never", lambda m: first_where(m.none)),
    _one(nodes.FirstWhere, "other numbers are no flags", lambda m: first_where(m.wave)),
    _one(nodes.InternalRate, "plain", lambda m: internal_rate(m.plain_flows, m.when, 1)),
    _one(nodes.InternalRate, "first flow is late", lambda m: internal_rate(m.late_flows, m.when, m.late_first)),
    _one(nodes.InternalRate, "flows end negative", lambda m: internal_rate(m.ending_flows, m.when, 1)),
    _one(nodes.InternalRate, "negative", lambda m: internal_rate(m.losing_flows, m.when, 1)),
    _one(nodes.InternalRate, "almost all is lost", lambda m: internal_rate(m.ruinous_flows, m.when, 1)),
    _one(nodes.InternalRate, "very high", lambda m: internal_rate(m.rich_flows, m.when, 1)),
    _one(nodes.InternalRate, "zero", lambda m: internal_rate(m.level_flows, m.when, 1)),
    _one(nodes.InternalRate, "of a loan", lambda m: internal_rate(m.borrowed_flows, m.when, 1)),
    _one(nodes.InternalRate, "no root is blank", lambda m: internal_rate(m.paid_flows, m.when, 1)),
    _one(nodes.InternalRate, "no flows is blank", lambda m: internal_rate(m.none, m.when, m.none_first)),
    _one(nodes.InternalRate, "inside a formula", lambda m: filled(internal_rate(m.plain_flows, m.when, 1), 0) * 2),
    _row(nodes.Ratio, "zero divisor is blank", lambda m: ratio(m.up, m.wave)),
    _row(nodes.Ratio, "of sums", lambda m: ratio(m.up + 1, m.wave - 7.25)),
    _one(nodes.Ratio, "single blank", lambda m: ratio(m.two, m.nought)),
    _row(nodes.Filled, "blank", lambda m: filled(m.cover, -1)),
    _row(nodes.Filled, "blank inside a formula", lambda m: filled(ratio(m.up, m.wave), m.up) * 2),
    _row(nodes.Filled, "chosen blank", lambda m: filled(where(m.some, ratio(m.up, m.none), m.up), 9)),
    _one(nodes.Filled, "single", lambda m: filled(lowest(m.never), m.half)),
    _row(nodes.MonthEnd, "same month, leap years", lambda m: month_end(m.day_of, 0)),
    _row(nodes.MonthEnd, "months ahead", lambda m: month_end(m.day_of, m.up * 5)),
    _row(nodes.MonthEnd, "months back", lambda m: month_end(m.day_of, -m.up)),
    _row(nodes.Year, "year-ends and leap days", lambda m: year(m.day_of)),
    _row(nodes.Month, "year-ends and leap days", lambda m: month(m.day_of)),
    _row(nodes.Day, "year-ends and leap days", lambda m: day(m.day_of)),
    _row(nodes.Day, "of a computed date", lambda m: day(month_end(m.day_of, 1))),
)  # fmt: skip

NAMES = {row: f"row_{number}" for number, row in enumerate(ROWS)}
NAMES[next(row for row in ROWS if row.title == "running total")] = "running"
NAMES[next(row for row in ROWS if row.title == "backward recursion")] = "remaining"
NAMES[next(row for row in ROWS if row.title == "inside a loop over periods")] = "echo"


@dataclass(frozen=True)
class Table:
    """The rows as NumPy computed them, and as each spreadsheet engine did."""

    results: Results
    cells: Mapping[str, Mapping[str, list[object]]]


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    shapes = dict.fromkeys(GIVEN, Shape.SERIES) | {"table": Shape.TABLE} | dict.fromkeys(SINGLE, Shape.SCALAR)
    definitions = [
        (scalar if row.single else series)(NAMES[row], row.formula) for row in ROWS
    ]  # fmt: skip
    found = graph(
        series("ramp", lambda m: m.up * 2),
        series("down", lambda m: -m.up),
        series("cover", lambda m: ratio(m.up, m.wave)),
        series("never", lambda m: ratio(m.up, m.none)),
        scalar("tenth", lambda m: at(m.up, 10)),
        series("late_flag", lambda m: absolute(m.late_flows) > 0),
        scalar("late_first", lambda m: first_where(m.late_flag)),
        scalar("none_first", lambda m: first_where(m.none)),
        *definitions,
        given=shapes,
    )
    results = small_results(found, {**GIVEN, **SINGLE, "table": TABLE}, PERIODS)
    path = tmp_path_factory.mktemp("all_engines") / "nodes.xlsx"
    write_workbook(results, path, cached=planted)
    places = make_plan(results).places
    return Table(results, {name: _rows(engine(path), places) for name, engine in SPREADSHEETS.items()})


def _rows(cells: Cells, places: Mapping[str, object]) -> dict[str, list[object]]:
    found = {}
    for name in NAMES.values():
        place = places[name]
        columns = [5] if place.shape is Shape.SCALAR else range(10, 10 + PERIODS)  # type: ignore[attr-defined]
        found[name] = [cells.get((place.sheet, place.row, column)) for column in columns]  # type: ignore[attr-defined]
    return found


def _expected(table: Table, row: Row) -> list[float | None]:
    value = table.results.of(NAMES[row])
    return list(value) if isinstance(value, tuple) else [value]


def _same(found: object, expected: float | None, tolerance: float) -> bool:
    if expected is None:
        return found in (None, "")
    return isinstance(found, (int, float)) and abs(found - expected) <= tolerance * max(1.0, abs(expected))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.node.__name__}: {row.title}")
@pytest.mark.parametrize("spreadsheet", SPREADSHEETS)
def test_every_formula_gives_what_numpy_computes(table: Table, spreadsheet: str, row: Row) -> None:
    found, expected = table.cells[spreadsheet][NAMES[row]], _expected(table, row)
    tolerance = 1e-7 if row.node is nodes.InternalRate else 1e-9
    agree = all(_same(cell, number, tolerance) for cell, number in zip(found, expected, strict=True))
    blank = expected == [None]
    if row.node in GAPS[spreadsheet] and not blank:
        assert not agree or "zero" in row.title, f"{spreadsheet} knows {row.node.__name__} now: close the gap"
    else:
        assert agree, f"{found} instead of {expected}"


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.__name__)
@pytest.mark.parametrize("node", NODES, ids=lambda node: node.__name__)
def test_every_engine_knows_every_node(engine: type[Visitor], node: type[Node]) -> None:
    assert engine.knows(node)


@pytest.mark.parametrize("node", NODES, ids=lambda node: node.__name__)
def test_the_table_has_rows_for_every_node(node: type[Node], table: Table) -> None:
    rows = [row for row in ROWS if row.node is node]
    assert rows
    for row in rows:
        expression = table.results.graph.lines[NAMES[row]].expression
        assert any(isinstance(part, node) for part in expression.walk()), row.title
