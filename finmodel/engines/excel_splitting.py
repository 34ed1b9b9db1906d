"""Long formulas in parts: a formula that a reader could not take in is cut, and its parts get rows of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from finmodel.engines.excel_cells import Place
from finmodel.engines.excel_engine import ExcelEngine, Text
from finmodel.engines.excel_unrolling import rebuilt
from finmodel.expr import nodes
from finmodel.expr.line import Line, Shape
from finmodel.expr.nodes import Node, Reference
from finmodel.expr.shapes import REDUCTIONS

__all__ = ["DEEPEST", "LONGEST", "Splitter"]

LONGEST = 200
"""Characters in a formula."""

DEEPEST = 5
"""Functions inside each other."""

_WHOLE = (nodes.Constant, nodes.Input, nodes.Reference, nodes.Previous, nodes.Following)
"""Nodes that cannot be cut, or are as short as a reference to their part would be."""


class Splitter:
    """Cuts lines until each formula keeps the limits. Places of lines must be known, if only roughly."""

    def __init__(self, engine: ExcelEngine, places: dict[str, Place], periods: int) -> None:
        self.engine = engine
        self.places = places
        self.periods = periods
        self._line: Line
        self._parts: list[Line]
        self._texts: dict[Node, Text]
        self._done: dict[Node, Node]

    def split(self, line: Line) -> tuple[Line, ...]:
        """The line, followed by the lines ``<name>~1`` … that hold its parts."""
        self._line, self._parts, self._texts, self._done = line, [], {}, {}
        expression = self._shortened(line.expression, outermost=True)
        return (replace(line, expression=expression), *self._parts)

    def _text(self, node: Node) -> Text:
        if node not in self._texts:
            self._texts[node] = self.engine.text(self._line, node)
        return self._texts[node]

    def _shortened(self, node: Node, *, outermost: bool = False) -> Node:
        """The node with its largest parts moved to lines of their own, until it keeps the limits."""
        if isinstance(node, _WHOLE):
            return node
        if node not in self._done:
            self._done[node] = self._cut(node, outermost=outermost)
        return self._done[node]

    def _cut(self, node: Node, *, outermost: bool) -> Node:
        short = {child: self._shortened(child) for child in node.children}
        node = rebuilt(node, {old: new for old, new in short.items() if old is not new})
        if isinstance(node, nodes.InternalRate):
            return node if outermost else self._part(node)
        while self._exceeds(self._text(node)):
            children = [child for child in node.children if not isinstance(child, _WHOLE)]
            if not children:
                break
            worst = max(children, key=self._weight)
            node = rebuilt(node, {worst: self._part(worst)})
        return node

    def _weight(self, node: Node) -> tuple[int, int]:
        text = self._text(node)
        return (text.depth if text.depth >= DEEPEST else 0, len(text.text))

    def _exceeds(self, text: Text) -> bool:
        return len(text.text) > LONGEST or text.depth > DEEPEST

    def _part(self, node: Node) -> Node:
        """A reference to a new line that holds the node."""
        name = f"{self._line.name}~{len(self._parts) + 1}"
        shape = Shape.SERIES if _is_series(node, self.places) else Shape.SCALAR
        part = replace(self._line, name=name, expression=node, shape=shape, tags={}, note="", source="")
        self._parts.append(part)
        like = self.places[self._line.name]
        self.places[name] = replace(like, shape=shape, count=self.periods if shape is Shape.SERIES else 1)
        return Reference(name)


def _is_series(node: Node, places: Mapping[str, Place]) -> bool:
    """Whether a node has one value per period."""
    if isinstance(node, (nodes.Input, nodes.Reference)):
        return places[node.name].shape is Shape.SERIES
    if isinstance(node, REDUCTIONS):
        return False
    if isinstance(node, nodes.At):
        return _is_series(node.position, places)
    return isinstance(node, nodes.Earlier) or any(_is_series(child, places) for child in node.children)
