"""Long formulas are cut into rows that a reader can take in, and still mean the same."""

import pytest

from finmodel.engines.excel_cells import Place
from finmodel.engines.excel_engine import ExcelEngine
from finmodel.engines.excel_splitting import DEEPEST, LONGEST, Splitter
from finmodel.engines.numpy_engine import NumpyEngine
from finmodel.expr.functions import filled, internal_rate, minimum, summed, total, where
from finmodel.expr.graph import Graph
from finmodel.expr.line import Line, Shape
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.order import ordered
from tests.expr.small_graphs import graph, scalar, series

SHAPES = {"flow": Shape.SERIES, "rate": Shape.SCALAR, "when": Shape.SERIES}
FLOW = [-5.0, 1.0, 2.0, 7.0]


def cut(found: Graph) -> tuple[dict[str, Line], ExcelEngine]:
    places = {name: Place("A sheet of inputs", 100 + n, shape, 4) for n, (name, shape) in enumerate(SHAPES.items())}
    places |= {name: Place("Here", 900 + n, line.shape, 4) for n, (name, line) in enumerate(found.lines.items())}
    engine = ExcelEngine(places, guesses=("rate",), least="rate")
    splitter = Splitter(engine, places, 4)
    return {part.name: part for line in found.lines.values() for part in splitter.split(line)}, engine


def values(lines: dict[str, Line], found: Graph) -> list[float]:
    steps = ordered(lines, frozen=False)
    batch = NumpyEngine(Graph(found.inputs, lines, steps, steps), 4).run(
        {"flow": FLOW, "rate": 0.25, "when": [46568.0, 46752.0, 46934.0, 47118.0]}
    )
    return [value for name in found.lines for value in batch.lines[name].ravel().tolist()]


def test_a_short_formula_stays_in_one_piece() -> None:
    lines, _ = cut(graph(series("x", lambda m: m.flow + m.rate), given=SHAPES))
    assert list(lines) == ["x"]


def test_a_long_sum_is_cut_into_parts_within_the_limit_with_the_same_value() -> None:
    found = graph(series("x", lambda m: summed(*(m.flow * n for n in range(1, 60)))), given=SHAPES)
    lines, engine = cut(found)
    assert len(lines) > 2
    assert all(len(engine.text(line, line.expression).text) <= LONGEST for line in lines.values())
    assert values(lines, found) == values(dict(found.lines), found)


def test_deep_nesting_is_cut_too() -> None:
    def nested(m: Names, depth: int) -> Node:
        inner = m.flow if depth == 0 else nested(m, depth - 1)
        return where(minimum(inner, depth) > m.rate, inner, -inner)

    found = graph(series("x", lambda m: nested(m, 4)), given=SHAPES)
    lines, engine = cut(found)
    assert all(engine.text(line, line.expression).depth <= DEEPEST for line in lines.values())
    assert values(lines, found) == values(dict(found.lines), found)


def test_a_part_without_periods_is_a_single_value() -> None:
    found = graph(
        series("x", lambda m: m.flow * summed(*(m.rate * n * total(m.flow) for n in range(1, 40)))), given=SHAPES
    )
    lines, _ = cut(found)
    assert {line.shape for name, line in lines.items() if name != "x"} == {Shape.SCALAR}
    assert values(lines, found) == pytest.approx(values(dict(found.lines), found), rel=1e-15)


def test_an_expression_used_twice_becomes_one_part() -> None:
    def twice(m: Names) -> Node:
        long = summed(*(m.flow * n for n in range(1, 9)))
        return where(long > 0, long, 0)

    lines, _ = cut(graph(series("x", twice), given=SHAPES))
    assert list(lines) == ["x", "x~1"]


def test_an_internal_rate_inside_a_formula_gets_a_row_of_its_own() -> None:
    found = graph(scalar("x", lambda m: filled(internal_rate(m.flow, m.when, 1), 0) * 2), given=SHAPES)
    lines, engine = cut(found)
    assert list(lines) == ["x", "x~1"]
    assert engine.search_rows(lines["x~1"])
    assert values(lines, found) == values(dict(found.lines), found)
