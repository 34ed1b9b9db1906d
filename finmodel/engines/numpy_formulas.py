"""Formulas of lines that differ between scenarios, put as operations on rows of one period or on single values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Protocol

from finmodel.engines.numpy_rows import PICK, Body, Operation, Place, Ref, Singles
from finmodel.expr import nodes
from finmodel.expr.nodes import Node
from finmodel.expr.visitor import Visitor

__all__ = ["FormulasOfALoop", "FormulasOfSingles", "Surroundings"]


def _fresh(function: str, arguments: int) -> Operation:
    places = ", ".join(f"{{{number}}}" for number in range(arguments))
    return Operation(f"run.{function}({places})", into=False)


class Surroundings(Protocol):
    """What formulas need to know of the program around them."""

    def differs(self, node: Node) -> bool:
        """Whether a formula can have another value in each scenario of a block."""

    def is_series(self, node: Node) -> bool:
        """Whether a formula has one value per period."""

    def shared(self, node: Node, *, flag: bool = False) -> str:
        """The variable of what all scenarios share, computed once a run; of a series a list of single numbers."""

    def single(self, name: str) -> Ref:
        """The variable of a single value."""

    def whole(self, name: str) -> str:
        """The variable of all periods of a series or a table as one array."""

    def rows(self, name: str) -> str:
        """The variable of the list of the rows of a series or a table."""


class _Formulas(Visitor):
    engine: ClassVar[str] = "NumPy"

    INTO: ClassVar[Mapping[str, Operation]] = {
        "Add": Operation("add"), "Subtract": Operation("subtract"), "Multiply": Operation("multiply"),
        "Negate": Operation("negative"), "Absolute": Operation("absolute"), "Floor": Operation("floor"),
        "Minimum": Operation("minimum", named=True), "Maximum": Operation("maximum", named=True),
        "Divide": Operation("divide"), "Ratio": Operation("ratio"),
        "Power": _fresh("power", 2), "Filled": _fresh("filled", 2), "MonthEnd": _fresh("month_end", 2),
        "Year": _fresh("year", 1), "Month": _fresh("month", 1), "Day": _fresh("day", 1),
    }  # fmt: skip
    COMPARE: ClassVar[Mapping[str, Operation]] = {
        "Less": Operation("less", flag=True), "LessEqual": Operation("less_equal", flag=True),
        "Greater": Operation("greater", flag=True), "GreaterEqual": Operation("greater_equal", flag=True),
        "Equal": Operation("equal", flag=True),
    }  # fmt: skip
    NOT_EQUAL = Operation("not_equal", flag=True)
    BOTH, EITHER = Operation("bitwise_and", flag=True), Operation("bitwise_or", flag=True)
    NUMBER = Operation("number")
    CHOOSE = _fresh("choose", 3)

    def __init__(self, around: Surroundings, place: Place) -> None:
        self.around = around
        self.place = place
        self.flags: dict[Ref, Ref] = {}
        """The Boolean rows from which rows of 1 and 0 were made."""

    def visit(self, node: Node) -> Ref:
        """How to refer to the value of a node."""
        if not self.around.differs(node):
            return self._shared(node)
        found: Ref = super().visit(node)
        return found

    def condition(self, node: Node) -> Ref:
        """How to refer to a node as Boolean values."""
        if not self.around.differs(node):
            return self._shared(node, flag=True)
        name = type(node).__name__
        if name in self.COMPARE:
            return self.place.do(self.COMPARE[name], *map(self.visit, node.children))
        match node:
            case nodes.And(operands):
                return self._joined(self.BOTH, operands)
            case nodes.Or(operands):
                return self._joined(self.EITHER, operands)
            case nodes.Not(operand):
                return self.place.do(self.COMPARE["Equal"], self.visit(operand), self._shared(nodes.Constant(0.0)))
        value = self.visit(node)
        if value in self.flags:
            return self.flags[value]
        return self.place.do(self.NOT_EQUAL, value, self._shared(nodes.Constant(0.0)))

    def _joined(self, how: Operation, operands: tuple[Node, ...]) -> Ref:
        joined = self.condition(operands[0])
        for operand in operands[1:]:
            joined = self.place.do(how, joined, self.condition(operand))
        return joined

    def _shared(self, node: Node, *, flag: bool = False) -> Ref:
        return self.around.shared(node, flag=flag)

    def _operation(self, node: Node) -> Ref:
        return self.place.do(self.INTO[type(node).__name__], *map(self.visit, node.children))

    visit_Subtract = visit_Multiply = visit_Negate = visit_Absolute = visit_Floor = visit_Ratio = _operation
    visit_Power = visit_Filled = visit_MonthEnd = visit_Year = visit_Month = visit_Day = visit_Divide = _operation

    def visit_Add(self, node: nodes.Add) -> Ref:
        if isinstance(node.right, nodes.Negate):
            return self.visit(nodes.Subtract(node.left, node.right.operand))
        return self._operation(node)

    def _extreme(self, node: nodes.Minimum | nodes.Maximum) -> Ref:
        return self._folded(self.INTO[type(node).__name__], list(map(self.visit, node.operands)))

    visit_Minimum = visit_Maximum = _extreme

    def _folded(self, operation: Operation, operands: list[Ref]) -> Ref:
        if len(operands) == 1:
            return operands[0]
        half = len(operands) // 2
        return self.place.do(
            operation, self._folded(operation, operands[:half]), self._folded(operation, operands[half:])
        )

    def _flag(self, node: Node) -> Ref:
        flag = self.condition(node)
        number = self.place.do(self.NUMBER, flag)
        self.flags[number] = flag
        return number

    visit_Less = visit_LessEqual = visit_Greater = visit_GreaterEqual = visit_Equal = _flag
    visit_And = visit_Or = visit_Not = _flag

    def visit_Where(self, node: nodes.Where) -> Ref:
        return self.place.do(
            self.CHOOSE, self.condition(node.condition), self.visit(node.chosen), self.visit(node.otherwise)
        )

    def _name(self, node: Node) -> str:
        assert isinstance(node, (nodes.Input, nodes.Reference))
        return node.name

    def _array(self, node: Node) -> str:
        return self.around.whole(self._name(node))


class FormulasOfSingles(_Formulas):
    """Formulas whose value is one number per scenario, outside of any loop."""

    REDUCE: ClassVar[Mapping[str, str]] = {
        "Total": "total", "Lowest": "lowest", "Highest": "highest", "Average": "average",
        "SumProduct": "sum_product", "FirstWhere": "first_where",
    }  # fmt: skip

    def __init__(self, around: Surroundings, place: Singles) -> None:
        super().__init__(around, place)

    def _single(self, node: Node) -> Ref:
        return self.around.single(self._name(node))

    visit_Input = visit_Reference = _single

    def visit_At(self, node: nodes.At) -> Ref:
        if self.around.differs(node.position):
            return self.place.do(_fresh("at", 2), self._array(node.series), self.visit(node.position))
        rows = self.around.rows(self._name(node.series))
        return self.place.do(Operation("run.row_at({0}, {1}).copy()", into=False), rows, self.visit(node.position))

    def _reduction(self, node: Node) -> Ref:
        arrays = [self._array(child) for child in node.children]
        return self.place.do(_fresh(self.REDUCE[type(node).__name__], len(arrays)), *arrays)

    visit_Total = visit_Lowest = visit_Highest = visit_Average = visit_SumProduct = visit_FirstWhere = _reduction

    def visit_InternalRate(self, node: nodes.InternalRate) -> Ref:
        return self.place.do(_fresh("internal_rate", 2), self._array(node.flows), self._array(node.dates))


class FormulasOfALoop(_Formulas):
    """Formulas of series in one period ``t``; what does not change from period to period is put before the loop.

    ``values`` are the lines computed so far in this period; ``walked`` are the lists that the loop walks along, by the
    variables of their items.
    """

    def __init__(self, around: Surroundings, place: Body, before: FormulasOfSingles, *, forward: bool) -> None:
        super().__init__(around, place)
        self.before = before
        self.forward = forward
        self.values: dict[str, Ref] = {}
        self.walked: dict[str, str] = {}

    def visit(self, node: Node) -> Ref:
        """How to refer to the value of a node in period ``t``."""
        if self.around.differs(node) and not self.around.is_series(node):
            return self.before.visit(node)
        return super().visit(node)

    def condition(self, node: Node) -> Ref:
        """How to refer to a node as Boolean values in period ``t``."""
        if self.around.differs(node) and not self.around.is_series(node):
            return self.before.condition(node)
        return super().condition(node)

    def place_of(self, name: str, shift: int = 0) -> str:
        """The variable of a series' row in period ``t`` or beside it."""
        rows = self.around.rows(name)
        item = f"{ {-1: 'p', 0: 'r', 1: 'q'}[shift] }{rows[1:].rstrip('_')}"
        if self.forward:
            part = {-1: "", 0: "[1:-1]", 1: "[2:]"}[shift]
        else:
            part = {-1: "[-3::-1]", 0: "[-2:0:-1]", 1: "[:1:-1]"}[shift]
        self.walked[item] = f"{rows}{part}"
        return item

    def _shared(self, node: Node, *, flag: bool = False) -> Ref:
        variable = super()._shared(node, flag=flag)
        if not self.around.is_series(node):
            return variable
        return self._walk(f"c{str(variable)[1:]}", str(variable))

    def _walk(self, item: str, along: str) -> str:
        self.walked[item] = along if self.forward else f"{along}[::-1]"
        return item

    def _row(self, node: Node, shift: int = 0) -> Ref:
        name = self._name(node)
        return self.values[name] if shift == 0 and name in self.values else self.place_of(name, shift)

    visit_Input = visit_Reference = _row

    def visit_Previous(self, node: nodes.Previous) -> Ref:
        return self._row(node.operand, -1)

    def visit_Following(self, node: nodes.Following) -> Ref:
        return self._row(node.operand, +1)

    def visit_Where(self, node: nodes.Where) -> Ref:
        if self.around.differs(node.condition):
            return super().visit_Where(node)
        return self.place.do(PICK, self.condition(node.condition), self.visit(node.chosen), self.visit(node.otherwise))

    def visit_Earlier(self, node: nodes.Earlier) -> Ref:
        if self.around.differs(node.periods):
            return self.place.do(
                Operation("run.earlier_row({0}, t, {1})", into=False),
                self._array(node.series),
                self.before.visit(node.periods),
            )
        return self._picked("rows_before", node.series, node.periods, ", periods")

    def visit_At(self, node: nodes.At) -> Ref:
        if self.around.differs(node.position):
            return self.place.do(_fresh("at", 2), self._array(node.series), self.visit(node.position))
        return self._picked("rows_at", node.series, node.position, "")

    def _picked(self, function: str, series: Node, where: Node, more: str) -> Ref:
        """Rows of a series at places that all scenarios share."""
        rows, places = self.around.rows(self._name(series)), self.around.shared(where)
        return self._walk(f"g{rows[1:].rstrip('_')}_{places}", f"run.{function}({rows}, {places}{more})")
