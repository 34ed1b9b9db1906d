"""The visitor: it calls the method of a node's class, and an unknown node is an error."""

import pytest

from finmodel.errors import UnsupportedNodeError
from finmodel.expr import nodes
from finmodel.expr.nodes import Constant, Reference
from finmodel.expr.visitor import Visitor


class Letters(Visitor):
    """Knows constants and sums only."""

    engine = "Letters"

    def visit_Constant(self, node: Constant) -> str:  # noqa: N802 - named after the node
        return f"{node.value:g}"

    def visit_Add(self, node: nodes.Add) -> str:  # noqa: N802 - named after the node
        return f"{self.visit(node.left)} and {self.visit(node.right)}"


def test_each_node_is_translated_by_the_method_of_its_name() -> None:
    assert Letters().visit(Constant(1.0) + Constant(2.0)) == "1 and 2"


def test_an_unknown_node_is_an_error_that_names_engine_and_node() -> None:
    with pytest.raises(UnsupportedNodeError, match=r"^The Letters engine has no translation for the node Reference\.$"):
        Letters().visit(Constant(1.0) + Reference("a"))


def test_a_visitor_says_which_nodes_it_knows() -> None:
    assert Letters.knows(nodes.Add)
    assert not Letters.knows(nodes.Subtract)
