"""Nodes: Python's operators build them, they list what they are made of, and they refuse to be true or false."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError

import pytest

from finmodel.expr import nodes
from finmodel.expr.nodes import NODES, Constant, Node, Reference, as_node

A, B = Reference("a"), Reference("b")

OPERATORS: list[tuple[Callable[[], Node], type[Node]]] = [
    (lambda: A + B, nodes.Add),
    (lambda: A - B, nodes.Subtract),
    (lambda: A * B, nodes.Multiply),
    (lambda: A / B, nodes.Divide),
    (lambda: A**B, nodes.Power),
    (lambda: A < B, nodes.Less),
    (lambda: A <= B, nodes.LessEqual),
    (lambda: A > B, nodes.Greater),
    (lambda: A >= B, nodes.GreaterEqual),
]


@pytest.mark.parametrize(("build", "kind"), OPERATORS, ids=[kind.__name__ for _, kind in OPERATORS])
def test_an_operator_makes_the_node_of_its_name_with_its_operands_in_order(
    build: Callable[[], Node], kind: type[Node]
) -> None:
    node = build()
    assert type(node) is kind
    assert node.children == (A, B)


def test_a_minus_sign_negates() -> None:
    assert isinstance(-A, nodes.Negate)
    assert (-A).children == (A,)


FROM_THE_LEFT: list[tuple[Callable[[], Node], type[Node]]] = [
    (lambda: 2 + A, nodes.Add),
    (lambda: 2 - A, nodes.Subtract),
    (lambda: 2 * A, nodes.Multiply),
    (lambda: 2 / A, nodes.Divide),
]


@pytest.mark.parametrize(("build", "kind"), FROM_THE_LEFT, ids=[kind.__name__ for _, kind in FROM_THE_LEFT])
def test_a_number_may_stand_on_the_left(build: Callable[[], Node], kind: type[Node]) -> None:
    node = build()
    assert type(node) is kind
    number, line = node.children
    assert isinstance(number, Constant)
    assert number.value == 2.0
    assert line is A


def test_a_number_compared_with_a_line_turns_the_comparison_round() -> None:
    node = 2 < A  # noqa: SIM300 - this is the order under test
    assert isinstance(node, nodes.Greater)
    assert node.left is A


def test_a_formula_has_no_truth_value_so_that_if_cannot_be_used_by_mistake() -> None:
    with pytest.raises(TypeError, match=r"use where\(\), both\(\), either\(\) or negated\(\)"):
        bool(A > 1)
    with pytest.raises(TypeError, match="no truth value"):
        0 < A < 1  # noqa: B015 - Python reads it as "0 < A and A < 1"


def test_two_nodes_are_equal_only_if_they_are_the_same_node() -> None:
    assert Reference("a") != A
    assert len({A, Reference("a")}) == 2


def test_a_node_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        A.name = "b"  # type: ignore[misc]


def test_a_node_is_taken_as_it_is_and_a_number_becomes_a_constant() -> None:
    assert as_node(A) is A
    made = as_node(3)
    assert isinstance(made, Constant)
    assert made.value == 3.0


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_a_constant_must_be_a_finite_number(number: float) -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        as_node(number)


def test_the_children_of_a_node_are_listed_in_order() -> None:
    assert nodes.Minimum((A, B, A)).children == (A, B, A)
    assert nodes.Where(A, B, A).children == (A, B, A)
    assert Constant(1.0).children == ()


def test_a_walk_visits_parents_before_children_from_left_to_right() -> None:
    names = [type(node).__name__ for node in ((A + 1) * -B).walk()]
    assert names == ["Multiply", "Add", "Reference", "Constant", "Negate", "Reference"]


def test_the_list_of_nodes_holds_every_public_node_class_once() -> None:
    public = {kind for kind in vars(nodes).values() if isinstance(kind, type) and issubclass(kind, Node)}
    assert set(NODES) == {kind for kind in public if not kind.__name__.startswith("_") and kind is not Node}
    assert len(NODES) == len(set(NODES))


@pytest.mark.parametrize("kind", NODES, ids=lambda kind: kind.__name__)
def test_every_node_says_what_it_means(kind: type[Node]) -> None:
    assert kind.__doc__
    assert not kind.__doc__.startswith(f"{kind.__name__}(")
