"""Graphs and programs that tests share are those that each test would have made for itself."""

from functools import partial

import pytest

from finmodel.expr.functions import previous
from finmodel.expr.graph import build
from finmodel.expr.line import Variable
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node, Operand
from finmodel.expr.section import Formula, Part, Section
from finmodel.units import Unit
from tests.remembering import alike, build_once

PRICE = Variable("price", "Price", Unit.NUMBER)


def doubled(times: float, *, label: str = "Sum") -> Part:
    """A section made anew each time, with a formula that reads a number from outside."""
    section = Section("sums", "Sums")

    @section.line(label, Unit.NUMBER)
    def total(m: Names) -> Node:
        return previous(m.total) + m.price * times

    return section.part()


def test_the_same_parts_have_the_same_graph_and_it_is_the_one_that_is_built() -> None:
    assert build_once([doubled(2.0)], [PRICE]) is build_once([doubled(2.0)], [PRICE])
    assert repr(build_once([doubled(2.0)], [PRICE]).lines) == repr(build([doubled(2.0)], [PRICE]).lines)


def test_whatever_differs_has_a_graph_of_its_own() -> None:
    found = [
        build_once([doubled(2.0)], [PRICE]),
        build_once([doubled(3.0)], [PRICE]),
        build_once([doubled(2.0, label="Total")], [PRICE]),
        build_once([doubled(2.0)], [Variable("price", "Price a piece", Unit.NUMBER)]),
        build_once([doubled(2.0)], [Variable("price", "Price", Unit.MONEY)]),
    ]
    assert len(set(map(id, found))) == len(found)


def plus(number: float) -> Formula:
    return lambda m: m.price + number


def take(m: Names, which: str) -> Operand:
    return m[which]


def test_functions_are_alike_in_what_they_are_bound_to() -> None:
    assert alike(plus(1.0)) == alike(plus(1.0)) != alike(plus(2.0))
    assert alike(plus(1.0)) != alike(plus(True))
    assert alike(partial(take, which="price")) == alike(partial(take, which="price"))
    assert alike(partial(take, which="price")) != alike(partial(take, which="cost"))


def test_what_may_change_is_like_nothing() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        alike({1, 2})
