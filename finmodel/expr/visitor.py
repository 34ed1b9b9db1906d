"""The visitor that every engine extends: one ``visit_<Node>`` each, and an error for a node it does not know."""

from __future__ import annotations

from typing import Any, ClassVar

from finmodel.errors import UnsupportedNodeError
from finmodel.expr.nodes import Node

__all__ = ["Visitor"]


class Visitor:
    """Translates nodes by calling ``visit_<node class>``. ``engine`` names the target in errors."""

    engine: ClassVar[str] = "unnamed"

    def visit(self, node: Node) -> Any:
        """The translation of one node."""
        method = getattr(self, f"visit_{type(node).__name__}", None)
        if method is None:
            raise UnsupportedNodeError(self.engine, type(node).__name__)
        return method(node)

    @classmethod
    def knows(cls, node: type[Node]) -> bool:
        """Whether this engine has a translation for a node class."""
        return hasattr(cls, f"visit_{node.__name__}")
