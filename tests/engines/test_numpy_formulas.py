"""Formulas on rows: what all scenarios share is not computed here, and every node is known."""

import pytest

from finmodel.engines.numpy_blocks import block_source
from finmodel.engines.numpy_formulas import FormulasOfALoop, FormulasOfSingles
from finmodel.expr import nodes
from finmodel.expr.functions import at, both, maximum, negated, previous
from finmodel.expr.line import Shape
from finmodel.expr.nodes import Node
from finmodel.expr.section import Formula
from tests.expr.small_graphs import graph, series

SERIES_ONLY = (nodes.Previous, nodes.Following, nodes.Earlier)


def statements(formula: Formula) -> list[str]:
    """The statements of a loop over one line."""
    model = graph(
        series("line", formula),
        given={"flow": Shape.SERIES, "open": Shape.SERIES, "price": Shape.SCALAR, "table": Shape.TABLE},
    )
    text = block_source(model, ["line"], frozen=False, wide=["flow", "price", "table"]).text.splitlines()
    return [line.strip() for line in text if line.startswith("        ")]


@pytest.mark.parametrize("node", nodes.NODES, ids=lambda node: node.__name__)
def test_every_node_is_known_where_it_may_stand(node: type[Node]) -> None:
    assert FormulasOfALoop.knows(node) or FormulasOfSingles.knows(node) or node is nodes.Constant
    if issubclass(node, SERIES_ONLY):
        assert FormulasOfALoop.knows(node)


def test_a_sum_with_a_negative_is_a_difference() -> None:
    assert statements(lambda m: m.flow + (-previous(m.flow))) == ["subtract(r0, p0, r4)"]


def test_what_all_share_and_what_does_not_change_with_the_period_stand_outside_the_loop() -> None:
    assert statements(lambda m: m.flow * (m.open + 1) + m.price * 2) == ["multiply(r0, c0, b0)", "add(b0, x1, r4)"]


def test_conditions_are_flags_until_they_are_read_as_numbers() -> None:
    assert statements(lambda m: both(m.flow > 1, negated(m.flow))) == [
        "greater(r0, n0, m0)",
        "equal(r0, n1, m1)",
        "bitwise_and(m0, m1, m1)",
        "number(m1, r4)",
    ]


def test_a_place_that_all_share_picks_a_row() -> None:
    assert statements(lambda m: maximum(at(m.table, m.open), 0)) == ["maximum(g3_n0, n1, out=r4)"]
    assert statements(lambda m: at(m.table, m.flow)) == ["f0 = run.at(v3, r0)", "copy(r4, f0)"]
