"""The words of formulas: each makes the one node it names."""

from collections.abc import Callable

import pytest

from finmodel.expr import functions, nodes
from finmodel.expr.functions import both, either, maximum, minimum, previous, summed, value_where
from finmodel.expr.nodes import Constant, Node, Reference

A, B, C = Reference("a"), Reference("b"), Reference("c")

WORDS: dict[str, tuple[type[Node], int]] = {
    "absolute": (nodes.Absolute, 1),
    "at": (nodes.At, 2),
    "average": (nodes.Average, 1),
    "both": (nodes.And, 3),
    "day": (nodes.Day, 1),
    "earlier": (nodes.Earlier, 2),
    "either": (nodes.Or, 3),
    "equals": (nodes.Equal, 2),
    "filled": (nodes.Filled, 2),
    "first_where": (nodes.FirstWhere, 1),
    "floor": (nodes.Floor, 1),
    "following": (nodes.Following, 1),
    "highest": (nodes.Highest, 1),
    "internal_rate": (nodes.InternalRate, 3),
    "lowest": (nodes.Lowest, 1),
    "maximum": (nodes.Maximum, 3),
    "minimum": (nodes.Minimum, 3),
    "month": (nodes.Month, 1),
    "month_end": (nodes.MonthEnd, 2),
    "negated": (nodes.Not, 1),
    "previous": (nodes.Previous, 1),
    "ratio": (nodes.Ratio, 2),
    "sum_product": (nodes.SumProduct, 2),
    "total": (nodes.Total, 1),
    "value_where": (nodes.SumProduct, 2),
    "where": (nodes.Where, 3),
    "year": (nodes.Year, 1),
}


@pytest.mark.parametrize("word", WORDS)
def test_each_word_makes_its_node_with_the_operands_in_order(word: str) -> None:
    kind, count = WORDS[word]
    make: Callable[..., Node] = getattr(functions, word)
    operands = (A, B, C)[:count]
    node = make(*operands)
    assert type(node) is kind
    assert node.children == operands


def test_every_word_is_tested() -> None:
    assert set(functions.__all__) == {*WORDS, "summed"}


def test_plain_numbers_may_stand_anywhere() -> None:
    node = maximum(A, 0)
    assert isinstance(node.children[1], Constant)
    assert isinstance(previous(1).children[0], Constant)


def test_a_sum_is_added_from_left_to_right() -> None:
    node = summed(A, B, C)
    assert isinstance(node, nodes.Add)
    assert isinstance(node.left, nodes.Add)
    assert node.left.children == (A, B)
    assert node.right is C


def test_a_long_sum_is_added_in_groups_and_nests_only_so_deeply() -> None:
    def depth(node: Node) -> int:
        return 1 + max(map(depth, node.children), default=0)

    parts = [Reference(f"l{n}") for n in range(2000)]
    node = summed(*parts)
    assert [found.name for found in node.walk() if isinstance(found, Reference)] == [part.name for part in parts]
    assert depth(node) < 120


def test_a_sum_of_one_is_that_one_and_a_sum_of_none_is_zero() -> None:
    assert summed(A) is A
    none = summed()
    assert isinstance(none, Constant)
    assert none.value == 0.0


def test_all_of_nothing_hold_and_none_of_nothing_does() -> None:
    for node, value in ((both(), 1.0), (either(), 0.0)):
        assert isinstance(node, Constant)
        assert node.value == value


@pytest.mark.parametrize("word", [minimum, maximum])
def test_the_smallest_of_nothing_does_not_exist(word: Callable[..., Node]) -> None:
    with pytest.raises(ValueError, match="needs at least one operand"):
        word()


def test_the_value_where_a_flag_holds_is_a_sum_of_products_with_the_flag() -> None:
    assert isinstance(value_where(A, B), nodes.SumProduct)
