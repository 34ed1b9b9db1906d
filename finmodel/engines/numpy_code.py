"""Expressions as Python source: over whole series at once, or over the row of one period inside a loop."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import ClassVar

from finmodel.expr import nodes
from finmodel.expr.graph import Graph
from finmodel.expr.line import Shape
from finmodel.expr.nodes import Node
from finmodel.expr.shapes import REDUCTIONS
from finmodel.expr.visitor import Visitor

__all__ = ["GridCode", "RowCode", "is_series"]


def is_series(graph: Graph, node: Node) -> bool:
    """Whether a formula has one value per period."""
    match node:
        case nodes.Input(name):
            return graph.inputs[name].shape is Shape.SERIES
        case nodes.Reference(name):
            return graph.lines[name].shape is Shape.SERIES
        case nodes.Previous() | nodes.Following() | nodes.Earlier():
            return True
        case nodes.At():
            return is_series(graph, node.position)
    return not isinstance(node, REDUCTIONS) and any(is_series(graph, child) for child in node.children)


class GridCode(Visitor):
    """Expressions over the whole grid: a padded array ``v`` is read as ``v[1:-1]``, shifted for other periods.

    ``names`` gives each line and input its variable; ``ready`` gives one to sub-expressions that are computed already.
    """

    engine: ClassVar[str] = "NumPy"

    OPERATOR: ClassVar[Mapping[str, str]] = {"Add": "+", "Subtract": "-", "Multiply": "*"}
    COMPARE: ClassVar[Mapping[str, str]] = {
        "Less": "<", "LessEqual": "<=", "Greater": ">", "GreaterEqual": ">=", "Equal": "==",
    }  # fmt: skip
    CALL: ClassVar[Mapping[str, str]] = {
        "Divide": "run.divide", "Power": "run.power", "Ratio": "run.ratio", "Filled": "run.filled",
        "Absolute": "np.abs", "Floor": "np.floor", "Minimum": "np.minimum", "Maximum": "np.maximum",
        "MonthEnd": "run.month_end", "Year": "run.year", "Month": "run.month", "Day": "run.day",
    }  # fmt: skip
    REDUCE: ClassVar[Mapping[str, str]] = {
        "Total": "run.total", "Lowest": "run.lowest", "Highest": "run.highest", "Average": "run.average",
        "SumProduct": "run.sum_product", "FirstWhere": "run.first_where",
    }  # fmt: skip
    INTO: ClassVar[Mapping[str, str]] = {
        "Add": "np.add", "Subtract": "np.subtract", "Multiply": "np.multiply", "Negate": "np.negative",
        "Absolute": "np.abs", "Floor": "np.floor", "Minimum": "np.minimum", "Maximum": "np.maximum",
    }  # fmt: skip
    """Functions that can write their result into an array that exists already."""
    CHOOSE: ClassVar[str] = "np.where"
    STORE: ClassVar[str] = "{} = {}"

    def __init__(self, graph: Graph, names: Mapping[str, str], ready: Mapping[Node, str]) -> None:
        self.graph = graph
        self.names = names
        self.ready = ready

    def assigned(self, variable: str, node: Node) -> str:
        """A statement that computes a node into the array of a series, with no array in between where it can."""
        name, place = type(node).__name__, self._place(variable)
        if node in self.ready or name not in self.INTO:
            flag = name in self.COMPARE or name in {"And", "Or", "Not"}
            return self.STORE.format(place, self._condition(node) if flag else self.visit(node))
        operands = [self.visit(child) for child in node.children]
        if isinstance(node, (nodes.Minimum, nodes.Maximum)):
            half = len(operands) // 2 or 1
            operands = [self._folded(self.INTO[name], part) for part in (operands[:half], operands[half:] or operands)]
        return f"{self.INTO[name]}({', '.join(operands)}, out={place})"

    def visit(self, node: Node) -> str:
        """The source of a node, or the variable that holds its value already."""
        return self.ready[node] if node in self.ready else str(super().visit(node))

    def _place(self, variable: str, shift: int = 0) -> str:
        """The values of a series, or those of the periods before or after."""
        return f"{variable}[{1 + shift}:{ {-1: '-2', 0: '-1', 1: ''}[shift] }]"

    def _single(self, node: nodes.Input | nodes.Reference) -> str:
        return self.names[node.name]

    def _whole(self, node: Node) -> str:
        assert isinstance(node, (nodes.Input, nodes.Reference))
        return self.names[node.name]

    def _named(self, node: Node, shift: int = 0) -> str:
        assert isinstance(node, (nodes.Input, nodes.Reference))
        return self._place(self.names[node.name], shift) if is_series(self.graph, node) else self._single(node)

    def visit_Constant(self, node: nodes.Constant) -> str:
        return repr(node.value) if node.value >= 0 else f"({node.value!r})"

    def visit_Input(self, node: nodes.Input) -> str:
        return self._named(node)

    def visit_Reference(self, node: nodes.Reference) -> str:
        return self._named(node)

    def visit_Previous(self, node: nodes.Previous) -> str:
        return self._named(node.operand, -1)

    def visit_Following(self, node: nodes.Following) -> str:
        return self._named(node.operand, +1)

    def _infix(self, node: nodes.Add | nodes.Subtract | nodes.Multiply) -> str:
        return f"({self.visit(node.left)} {self.OPERATOR[type(node).__name__]} {self.visit(node.right)})"

    visit_Add = visit_Subtract = visit_Multiply = _infix

    def _call(self, node: Node) -> str:
        return f"{self.CALL[type(node).__name__]}({', '.join(map(self.visit, node.children))})"

    visit_Power = visit_Ratio = visit_Filled = visit_Absolute = visit_Floor = _call
    visit_MonthEnd = visit_Year = visit_Month = visit_Day = _call

    def visit_Divide(self, node: nodes.Divide) -> str:
        if isinstance(node.right, nodes.Constant) and node.right.value:
            return f"({self.visit(node.left)} / {self.visit(node.right)})"
        return self._call(node)

    def visit_Negate(self, node: nodes.Negate) -> str:
        return f"(-{self.visit(node.operand)})"

    def _extreme(self, node: nodes.Minimum | nodes.Maximum) -> str:
        return self._folded(self.CALL[type(node).__name__], list(map(self.visit, node.operands)))

    visit_Minimum = visit_Maximum = _extreme

    def _folded(self, function: str, operands: list[str]) -> str:
        """A function of two over any number of operands, by halves so that calls do not nest deeply."""
        if len(operands) == 1:
            return operands[0]
        half = len(operands) // 2
        return f"{function}({self._folded(function, operands[:half])}, {self._folded(function, operands[half:])})"

    def _condition(self, node: Node) -> str:
        """The node as Boolean values."""
        if node not in self.ready:
            match node:
                case nodes.And(operands):
                    return f"({' & '.join(map(self._condition, operands))})"
                case nodes.Or(operands):
                    return f"({' | '.join(map(self._condition, operands))})"
                case nodes.Not(operand):
                    return f"({self.visit(operand)} == 0.0)"
            if type(node).__name__ in self.COMPARE:
                left, right = map(self.visit, node.children)
                return f"({left} {self.COMPARE[type(node).__name__]} {right})"
        return f"({self.visit(node)} != 0.0)"

    def _flag(self, node: Node) -> str:
        return f"({self._condition(node)} * 1.0)"

    visit_Less = visit_LessEqual = visit_Greater = visit_GreaterEqual = visit_Equal = _flag
    visit_And = visit_Or = visit_Not = _flag

    def visit_Where(self, node: nodes.Where) -> str:
        condition = self._condition(node.condition)
        return f"{self.CHOOSE}({condition}, {self.visit(node.chosen)}, {self.visit(node.otherwise)})"

    def visit_At(self, node: nodes.At) -> str:
        return f"run.at({self._whole(node.series)}, {self.visit(node.position)})"

    def visit_Earlier(self, node: nodes.Earlier) -> str:
        return f"run.earlier({self._whole(node.series)}, {self.visit(node.periods)})"

    def _reduce(self, node: Node) -> str:
        return f"{self.REDUCE[type(node).__name__]}({', '.join(map(self._whole, node.children))})"

    visit_Total = visit_Lowest = visit_Highest = visit_Average = visit_SumProduct = visit_FirstWhere = _reduce

    def visit_InternalRate(self, node: nodes.InternalRate) -> str:
        return f"run.internal_rate({self._whole(node.flows)}, {self._whole(node.dates)})"


class RowCode(GridCode):
    """Expressions over the row of period ``t``, all in the width of the loop, which is what NumPy does fastest.

    ``v_`` stands for the list of the rows of series ``v``, for single value ``v`` in full width, ``k0`` and so on for
    plain numbers; ``needs`` tells how to make those that the expressions written so far read. Lines in ``moving`` are
    single values that change from pass to pass and are wide already.
    """

    CHOOSE: ClassVar[str] = "run.where"
    STORE: ClassVar[str] = "{}[...] = {}"

    def __init__(self, graph: Graph, names: Mapping[str, str], ready: Mapping[Node, str]) -> None:
        super().__init__(graph, names, ready)
        self.needs: dict[str, str] = {}
        self.numbers: dict[float, str] = {}
        self.moving: Collection[str] = ()

    def visit(self, node: Node) -> str:
        """The source of a node, or what holds its value in period ``t`` already."""
        if node in self.ready:
            return f"{self.ready[node]}_[t]" if is_series(self.graph, node) else f"{self.ready[node]}_"
        return super().visit(node)

    def _place(self, variable: str, shift: int = 0) -> str:
        self.needs[f"{variable}_"] = f"run.rows({variable}, width)"
        return f"{variable}_[t{shift:+d}]" if shift else f"{variable}_[t]"

    def _single(self, node: nodes.Input | nodes.Reference) -> str:
        variable = self.names[node.name]
        if node.name in self.moving:
            return variable
        self.needs[f"{variable}_"] = f"run.wide({variable}, width)"
        return f"{variable}_"

    def visit_Constant(self, node: nodes.Constant) -> str:
        variable = self.numbers.setdefault(node.value, f"k{len(self.numbers)}")
        self.needs[variable] = f"np.full(width, {node.value!r})"
        return variable

    def visit_Earlier(self, node: nodes.Earlier) -> str:
        periods = GridCode(self.graph, self.names, self.ready).visit(node.periods)
        return f"run.earlier_row({self._whole(node.series)}, t, {periods})"
