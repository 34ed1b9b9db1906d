"""Checks of shape and of blanks: what kind of value each node takes and gives, and which line breaks the rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from finmodel.expr import nodes
from finmodel.expr.line import Line, Shape, Variable
from finmodel.expr.nodes import Input, Node, Reference

__all__ = ["REDUCTIONS", "blank_lines", "shape_problems"]

REDUCTIONS: tuple[type[Node], ...] = (
    nodes.Total,
    nodes.Lowest,
    nodes.Highest,
    nodes.Average,
    nodes.SumProduct,
    nodes.FirstWhere,
    nodes.InternalRate,
)
"""Nodes that read whole series and give one value."""

_BLANK_SKIPPING = (nodes.Lowest, nodes.Highest, nodes.Average, nodes.Filled)


def shape_problems(lines: Mapping[str, Line], inputs: Mapping[str, Variable]) -> list[str]:
    """Every clash of shape and every misread blank, one sentence each, naming the line."""
    blanks = blank_lines(lines)
    problems: list[str] = []
    for line in lines.values():
        for expression in (line.expression, *((line.guess,) if line.guess is not None else ())):
            checker = _Checker(line, lines, inputs, blanks)
            shape = checker.shape(expression)
            problems.extend(checker.problems)
            if line.shape is Shape.SCALAR and shape is Shape.SERIES:
                problems.append(
                    f"Line {line.name!r} is a single value but its formula gives one value per period; "
                    "reduce it with total(), lowest(), value_where() or the like."
                )
            if shape is Shape.TABLE:
                problems.append(f"Line {line.name!r} reads a table outside at(); say which position it wants.")
        if line.guess is not None and _can_be_blank(line.guess, blanks):
            problems.append(
                f"The first guess of {line.name!r} can be blank; use filled(…, value) to say where it starts then."
            )
    return problems


def blank_lines(lines: Mapping[str, Line]) -> frozenset[str]:
    """The lines whose value can be blank, found to a fixed point."""
    blank: set[str] = set()
    while True:
        more = {name for name, line in lines.items() if name not in blank and _can_be_blank(line.expression, blank)}
        if not more:
            return frozenset(blank)
        blank |= more


def _can_be_blank(node: Node, blank: set[str] | frozenset[str]) -> bool:
    match node:
        case nodes.Ratio() | nodes.InternalRate() | nodes.Lowest() | nodes.Highest() | nodes.Average():
            if isinstance(node, (nodes.Lowest, nodes.Highest, nodes.Average)):
                return _can_be_blank(node.operand, blank)
            return True
        case Reference(name):
            return name in blank
        case nodes.Filled():
            return _can_be_blank(node.right, blank)
        case nodes.Where():
            return _can_be_blank(node.chosen, blank) or _can_be_blank(node.otherwise, blank)
        case _:
            return False


class _Checker:
    """The shape of one line's formula, with the problems found on the way."""

    def __init__(
        self, line: Line, lines: Mapping[str, Line], inputs: Mapping[str, Variable], blanks: frozenset[str]
    ) -> None:
        self.line = line
        self.lines = lines
        self.inputs = inputs
        self.blanks = blanks
        self.problems: list[str] = []

    def shape(self, node: Node) -> Shape:
        """The shape of a node's value."""
        self._check_blanks(node)
        if isinstance(node, Reference):
            return self.lines[node.name].shape
        if isinstance(node, Input):
            return self.inputs[node.name].shape
        if isinstance(node, (nodes.Previous, nodes.Following)):
            return self._step(node)
        if isinstance(node, nodes.At):
            return self._at(node)
        if isinstance(node, nodes.Earlier):
            return self._earlier(node)
        if isinstance(node, REDUCTIONS):
            return self._reduction(node)
        shapes = {self.shape(child) for child in node.children}
        if Shape.TABLE in shapes:
            self.problems.append(f"Line {self.line.name!r} uses a table inside arithmetic; read it through at().")
        return Shape.SERIES if Shape.SERIES in shapes else Shape.SCALAR

    def _step(self, node: nodes.Previous | nodes.Following) -> Shape:
        word = type(node).__name__.lower()
        if not isinstance(node.operand, (Reference, Input)) or self.shape(node.operand) is not Shape.SERIES:
            self.problems.append(
                f"Line {self.line.name!r} takes {word}() of something that is not a series line; "
                "give the expression a line of its own."
            )
        return Shape.SERIES

    def _at(self, node: nodes.At) -> Shape:
        if not isinstance(node.series, (Reference, Input)) or self.shape(node.series) is Shape.SCALAR:
            self.problems.append(
                f"Line {self.line.name!r} takes at() of something that is not a series or a table; "
                "give the expression a line of its own."
            )
        return self.shape(node.position)

    def _earlier(self, node: nodes.Earlier) -> Shape:
        if not isinstance(node.series, (Reference, Input)) or self.shape(node.series) is not Shape.SERIES:
            self.problems.append(
                f"Line {self.line.name!r} takes earlier() of something that is not a series line; "
                "give the expression a line of its own."
            )
        if self.shape(node.periods) is not Shape.SCALAR:
            self.problems.append(f"Line {self.line.name!r}: the periods of earlier() must be a single value.")
        return Shape.SERIES

    def _reduction(self, node: Node) -> Shape:
        name = type(node).__name__
        for operand in _series_operands(node):
            if not isinstance(operand, (Reference, Input)) or self.shape(operand) is Shape.SCALAR:
                self.problems.append(
                    f"Line {self.line.name!r} reduces ({name}) something that is not a series line; "
                    "give the expression a line of its own."
                )
            elif self.shape(operand) is not self.shape(next(_series_operands(node))):
                self.problems.append(
                    f"Line {self.line.name!r} puts a table beside a series ({name}); "
                    "bring the table onto the periods through at() first."
                )
        if isinstance(node, nodes.InternalRate) and self.shape(node.first) is not Shape.SCALAR:
            self.problems.append(f"Line {self.line.name!r}: the first flow's position must be a single value.")
        return Shape.SCALAR

    def _check_blanks(self, node: Node) -> None:
        if isinstance(node, _BLANK_SKIPPING):
            readers = node.children[1:]
        elif isinstance(node, nodes.Where):
            readers = node.children[:1]
        else:
            readers = node.children
        for child in readers:
            if _can_be_blank(child, self.blanks):
                what = child.name if isinstance(child, Reference) else type(child).__name__
                self.problems.append(
                    f"Line {self.line.name!r} computes with {what!r}, which can be blank; "
                    "use filled(…, value) to say what a blank stands for."
                )


def _series_operands(node: Node) -> Iterator[Node]:
    if isinstance(node, nodes.InternalRate):
        yield from (node.flows, node.dates)
    else:
        yield from node.children
