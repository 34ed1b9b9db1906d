"""Expressions as Python source: every node is known, and what is written is what a reader would write."""

from collections.abc import Mapping

import pytest

from finmodel.engines.numpy_code import GridCode, RowCode, is_series
from finmodel.errors import UnsupportedNodeError
from finmodel.expr.functions import (
    absolute,
    at,
    both,
    earlier,
    either,
    equals,
    filled,
    first_where,
    floor,
    following,
    internal_rate,
    lowest,
    maximum,
    minimum,
    month_end,
    negated,
    previous,
    ratio,
    sum_product,
    total,
    where,
    year,
)
from finmodel.expr.line import Shape
from finmodel.expr.nodes import NODES, Constant, Input, Node, Reference
from tests.expr.small_graphs import graph, scalar, series

GRAPH = graph(
    series("flow", lambda m: m.given),
    scalar("debt", lambda m: m.price),
    given={"price": Shape.SCALAR, "given": Shape.SERIES, "table": Shape.TABLE},
)
NAMES = {"price": "p", "given": "g", "table": "tab", "flow": "f", "debt": "d"}
FLOW, DEBT, PRICE, TABLE = Reference("flow"), Reference("debt"), Input("price"), Input("table")


def grid(node: Node, ready: Mapping[Node, str] | None = None) -> str:
    return GridCode(GRAPH, NAMES, ready or {}).visit(node)


def row_code(ready: Mapping[Node, str] | None = None) -> RowCode:
    return RowCode(GRAPH, NAMES, ready or {})


def row(node: Node) -> str:
    return row_code().visit(node)


@pytest.mark.parametrize("code", [GridCode, RowCode])
@pytest.mark.parametrize("node", NODES, ids=lambda node: node.__name__)
def test_every_node_is_known(code: type[GridCode], node: type[Node]) -> None:
    assert code.knows(node)


def test_an_unknown_node_is_an_error() -> None:
    class Novel(Node):
        __slots__ = ()

    with pytest.raises(UnsupportedNodeError, match="The NumPy engine has no translation for the node Novel"):
        grid(Novel())


WRITTEN: dict[str, tuple[Node, str, str]] = {
    "a series": (FLOW, "f[1:-1]", "f_[t]"),
    "a single value": (DEBT, "d", "d_"),
    "a number": (Constant(2.0), "2.0", "k0"),
    "arithmetic": (FLOW * PRICE - 2, "((f[1:-1] * p) - 2.0)", "((f_[t] * p_) - k0)"),
    "a number twice": ((FLOW + 2) * 2, "((f[1:-1] + 2.0) * 2.0)", "((f_[t] + k0) * k0)"),
    "a minus sign": (-FLOW, "(-f[1:-1])", "(-f_[t])"),
    "a division": (FLOW / PRICE, "run.divide(f[1:-1], p)", "run.divide(f_[t], p_)"),
    "a division by a number": (FLOW / 12, "(f[1:-1] / 12.0)", "(f_[t] / k0)"),
    "a division by zero": (FLOW / 0, "run.divide(f[1:-1], 0.0)", "run.divide(f_[t], k0)"),
    "the period before": (previous(FLOW), "f[0:-2]", "f_[t-1]"),
    "the period after": (following(FLOW), "f[2:]", "f_[t+1]"),
    "the smallest": (
        minimum(FLOW, 0, PRICE),
        "np.minimum(f[1:-1], np.minimum(0.0, p))",
        "np.minimum(f_[t], np.minimum(k0, p_))",
    ),
    "the size": (absolute(floor(FLOW)), "np.abs(np.floor(f[1:-1]))", "np.abs(np.floor(f_[t]))"),
    "a flag": (FLOW >= 0, "((f[1:-1] >= 0.0) * 1.0)", "((f_[t] >= k0) * 1.0)"),
    "flags": (
        both(FLOW > 0, either(PRICE, negated(DEBT))),
        "(((f[1:-1] > 0.0) & ((p != 0.0) | (d == 0.0))) * 1.0)",
        "(((f_[t] > k0) & ((p_ != 0.0) | (d_ == 0.0))) * 1.0)",
    ),
    "a choice": (
        where(equals(FLOW, 2), PRICE, FLOW),
        "np.where((f[1:-1] == 2.0), p, f[1:-1])",
        "run.where((f_[t] == k0), p_, f_[t])",
    ),
    "a position": (at(TABLE, FLOW), "run.at(tab, f[1:-1])", "run.at(tab, f_[t])"),
    "some periods before": (earlier(FLOW, PRICE), "run.earlier(f, p)", "run.earlier_row(f, t, p)"),
    "two periods before": (earlier(FLOW, 2), "run.earlier(f, 2.0)", "run.earlier_row(f, t, 2.0)"),
    "a reduction": (total(FLOW) + lowest(FLOW), "(run.total(f) + run.lowest(f))", "(run.total(f) + run.lowest(f))"),
    "a sum of products": (sum_product(FLOW, Input("given")), "run.sum_product(f, g)", "run.sum_product(f, g)"),
    "a rate": (internal_rate(FLOW, Input("given"), 1), "run.internal_rate(f, g)", "run.internal_rate(f, g)"),
    "a blank": (
        filled(ratio(FLOW, DEBT), 0),
        "run.filled(run.ratio(f[1:-1], d), 0.0)",
        "run.filled(run.ratio(f_[t], d_), k0)",
    ),
    "a date": (
        year(month_end(FLOW, 2)),
        "run.year(run.month_end(f[1:-1], 2.0))",
        "run.year(run.month_end(f_[t], k0))",
    ),
}


@pytest.mark.parametrize("case", WRITTEN)
def test_an_expression_is_written_for_the_grid_and_for_a_row(case: str) -> None:
    node, over_the_grid, over_a_row = WRITTEN[case]
    assert grid(node) == over_the_grid
    assert row(node) == over_a_row


def test_a_negative_number_is_bracketed() -> None:
    assert grid(FLOW - -1.5) == "(f[1:-1] - (-1.5))"


def test_a_single_value_that_moves_in_a_solved_block_is_read_as_it_is() -> None:
    code = row_code()
    code.moving = ["debt"]
    assert code.visit(FLOW * DEBT) == "(f_[t] * d)"


def test_a_row_says_what_it_needs_and_how_it_is_made() -> None:
    code = row_code()
    code.assigned("x", where(PRICE, FLOW * 2, previous(FLOW)))
    assert code.needs == {
        "x_": "run.rows(x, width)",
        "p_": "run.wide(p, width)",
        "f_": "run.rows(f, width)",
        "k0": "np.full(width, 2.0)",
    }


def test_what_is_ready_is_read_from_its_variable() -> None:
    per_period, per_scenario = FLOW * 2, PRICE * 2
    ready = {per_period: "h0", per_scenario: "h1"}
    whole = per_period + per_scenario
    assert grid(whole, ready) == "(h0 + h1)"
    assert row_code(ready).visit(whole) == "(h0_[t] + h1_)"


ASSIGNED: dict[str, tuple[Node, str, str]] = {
    "a sum": (FLOW + PRICE, "np.add(f[1:-1], p, out=x[1:-1])", "np.add(f_[t], p_, out=x_[t])"),
    "a minus sign": (-FLOW, "np.negative(f[1:-1], out=x[1:-1])", "np.negative(f_[t], out=x_[t])"),
    "the larger": (maximum(FLOW, 0), "np.maximum(f[1:-1], 0.0, out=x[1:-1])", "np.maximum(f_[t], k0, out=x_[t])"),
    "the largest of one": (
        maximum(FLOW),
        "np.maximum(f[1:-1], f[1:-1], out=x[1:-1])",
        "np.maximum(f_[t], f_[t], out=x_[t])",
    ),
    "a copy": (previous(FLOW), "x[1:-1] = f[0:-2]", "x_[t][...] = f_[t-1]"),
    "a flag": (FLOW > 0, "x[1:-1] = (f[1:-1] > 0.0)", "x_[t][...] = (f_[t] > k0)"),
    "a ratio": (ratio(FLOW, DEBT), "x[1:-1] = run.ratio(f[1:-1], d)", "x_[t][...] = run.ratio(f_[t], d_)"),
}


@pytest.mark.parametrize("case", ASSIGNED)
def test_a_line_is_computed_straight_into_its_array_where_numpy_can(case: str) -> None:
    node, over_the_grid, over_a_row = ASSIGNED[case]
    assert GridCode(GRAPH, NAMES, {}).assigned("x", node) == over_the_grid
    assert row_code().assigned("x", node) == over_a_row


def test_a_line_that_is_ready_is_copied() -> None:
    node = FLOW + PRICE
    assert row_code({node: "h0"}).assigned("x", node) == "x_[t][...] = h0_[t]"


def test_the_smallest_of_many_nests_by_halves() -> None:
    written = grid(minimum(*[FLOW] * 256))
    assert written.count("np.minimum") == 255
    assert max(written[:n].count("(") - written[:n].count(")") for n in range(len(written))) < 10


SERIES: dict[str, tuple[Node, bool]] = {
    "a series": (FLOW, True),
    "a series times a value": (FLOW * DEBT, True),
    "a value": (DEBT * PRICE, False),
    "a total": (total(FLOW) + 1, False),
    "a first period": (first_where(FLOW), False),
    "a series at a position": (at(FLOW, PRICE), False),
    "a table at the position of each period": (at(TABLE, FLOW), True),
    "the period before": (previous(FLOW), True),
    "some periods before": (earlier(FLOW, PRICE), True),
    "a number": (Constant(1.0), False),
}


@pytest.mark.parametrize("case", SERIES)
def test_what_has_one_value_per_period_is_told_from_what_has_one(case: str) -> None:
    node, expected = SERIES[case]
    assert is_series(GRAPH, node) is expected
