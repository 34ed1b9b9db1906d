"""Graphs: definitions bound to names, every problem reported at once, lines found by tag."""

import pytest

from finmodel.errors import GraphError
from finmodel.expr.functions import previous, total
from finmodel.expr.graph import build
from finmodel.expr.order import Loop, Vector
from tests.expr.small_graphs import graph, inputs, part, scalar, series, solved


def test_lines_keep_the_order_in_which_they_are_defined() -> None:
    found = graph(scalar("b", lambda m: m.a), scalar("a", lambda m: m.price), given=["price"])
    assert list(found.lines) == ["b", "a"]
    assert list(found.inputs) == ["price"]


def test_a_graph_holds_the_steps_that_compute_it() -> None:
    found = graph(series("balance", lambda m: previous(m.balance) + m.price), given=["price"])
    assert found.steps == (Loop(("balance",), forward=True),)
    assert found.frozen_steps == found.steps


def test_frozen_steps_solve_nothing() -> None:
    found = graph(solved("debt", lambda m: m.fee + 1), scalar("fee", lambda m: m.debt * 0.1))
    assert found.frozen_steps == (Vector("debt"), Vector("fee"))
    assert found.freezable == ("debt",)


def test_lines_are_found_by_their_tags() -> None:
    found = graph(
        series("a", lambda m: 1, payer="city", payee="company"),
        series("b", lambda m: 1, payer="city"),
        series("c", lambda m: 1),
    )
    assert [line.name for line in found.tagged(payer="city")] == ["a", "b"]
    assert [line.name for line in found.tagged(payer="city", payee="company")] == ["a"]
    assert found.tagged(payer="state") == ()


def test_a_line_defined_twice_is_reported_with_both_sections() -> None:
    with pytest.raises(GraphError) as raised:
        build(
            [part(series("cost", lambda m: 1), section="capex"), part(series("cost", lambda m: 2), section="opex")], []
        )
    assert raised.value.problems == ("Line 'cost' is defined twice: in 'capex' and in 'opex'.",)


def test_a_line_with_the_name_of_an_input_is_reported() -> None:
    with pytest.raises(GraphError) as raised:
        graph(series("price", lambda m: 1), given=["price"])
    assert raised.value.problems == ("Line 'price' in 'small' has the name of an input; rename one of them.",)


def test_an_input_given_twice_is_reported() -> None:
    with pytest.raises(GraphError) as raised:
        build([part(scalar("x", lambda m: m.price))], inputs(["price"]) * 2)
    assert raised.value.problems == ("Input 'price' is given twice.",)


def test_all_problems_of_one_kind_are_reported_in_one_error_one_sentence_a_line() -> None:
    with pytest.raises(GraphError) as raised:
        graph(series("a", lambda m: m.x), series("a", lambda m: m.y))
    assert len(raised.value.problems) == 3
    assert str(raised.value) == "\n".join(raised.value.problems)


def test_a_circular_reference_is_an_error_when_the_graph_is_built() -> None:
    with pytest.raises(GraphError, match="a → b → a"):
        graph(series("a", lambda m: m.b), series("b", lambda m: m.a))


def test_building_twice_gives_the_same_steps() -> None:
    lines = [series(f"l{n}", lambda m, n=n: previous(m[f"l{(n * 7 + 3) % 50}"]) + n) for n in range(50)]  # type: ignore[misc]
    whole = scalar("whole", lambda m: total(m.l7))
    assert graph(*lines, whole).steps == graph(*lines, whole).steps


def test_a_model_without_lines_is_an_empty_graph() -> None:
    found = build([], inputs(["price"]))
    assert found.steps == ()
    assert list(found.inputs) == ["price"]
