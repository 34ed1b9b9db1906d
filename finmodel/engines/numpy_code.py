"""Python source for a graph: one expression a line, loops where lines wait for each other, passes where solved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from finmodel.expr import nodes
from finmodel.expr.graph import Graph
from finmodel.expr.line import Line, Shape
from finmodel.expr.nodes import Node
from finmodel.expr.order import Loop, Solve, Step, Vector, step_lines
from finmodel.expr.visitor import Visitor

__all__ = ["NumpyCode", "compiled"]

_INDENT = "    "


class NumpyCode(Visitor):
    """Expressions in NumPy. Over whole series, or over the row of period ``t`` inside a loop."""

    engine: ClassVar[str] = "NumPy"

    INFIX: ClassVar[Mapping[str, str]] = {"Add": "+", "Subtract": "-", "Multiply": "*"}
    COMPARE: ClassVar[Mapping[str, str]] = {
        "Less": "<", "LessEqual": "<=", "Greater": ">", "GreaterEqual": ">=", "Equal": "==",
    }  # fmt: skip
    CALL: ClassVar[Mapping[str, str]] = {
        "Divide": "run.divide", "Power": "run.power", "Ratio": "run.ratio", "Filled": "run.filled",
        "Absolute": "np.abs", "Floor": "np.floor",
        "MonthEnd": "run.month_end", "Year": "run.year", "Month": "run.month", "Day": "run.day",
    }  # fmt: skip
    REDUCE: ClassVar[Mapping[str, str]] = {
        "Total": "run.total", "Lowest": "run.lowest", "Highest": "run.highest", "Average": "run.average",
        "SumProduct": "run.sum_product", "FirstWhere": "run.first_where",
    }  # fmt: skip

    def __init__(self, graph: Graph, names: Mapping[str, str], *, row: bool) -> None:
        self.graph = graph
        self.names = names
        self.row = row

    def _shape(self, name: str) -> Shape:
        return self.graph.lines[name].shape if name in self.graph.lines else self.graph.inputs[name].shape

    def _named(self, node: nodes.Input | nodes.Reference, shift: int = 0) -> str:
        variable = self.names[node.name]
        if self._shape(node.name) is Shape.SCALAR:
            return variable
        if self.row:
            return f"{variable}_[t{shift:+d}]" if shift else f"{variable}_[t]"
        return f"{variable}[{1 + shift}:{_end(shift)}]"

    def visit_Constant(self, node: nodes.Constant) -> str:
        return repr(node.value) if node.value >= 0 else f"({node.value!r})"

    def visit_Input(self, node: nodes.Input) -> str:
        return self._named(node)

    def visit_Reference(self, node: nodes.Reference) -> str:
        return self._named(node)

    def _infix(self, node: nodes.Add | nodes.Subtract | nodes.Multiply) -> str:
        return f"({self.visit(node.left)} {self.INFIX[type(node).__name__]} {self.visit(node.right)})"

    visit_Add = visit_Subtract = visit_Multiply = _infix

    def _call(self, node: Node) -> str:
        return f"{self.CALL[type(node).__name__]}({', '.join(self._array(child) for child in node.children)})"

    visit_Divide = visit_Power = visit_Ratio = visit_Filled = visit_Absolute = visit_Floor = _call
    visit_MonthEnd = visit_Year = visit_Month = visit_Day = _call

    def _array(self, node: Node) -> str:
        return f"np.float64({node.value!r})" if isinstance(node, nodes.Constant) else str(self.visit(node))

    def visit_Negate(self, node: nodes.Negate) -> str:
        return f"(-{self.visit(node.operand)})"

    def _nested(self, node: nodes.Minimum | nodes.Maximum, function: str) -> str:
        first, *rest = (self.visit(operand) for operand in node.operands)
        for operand in rest:
            first = f"{function}({first}, {operand})"
        return str(first)

    def visit_Minimum(self, node: nodes.Minimum) -> str:
        return self._nested(node, "np.minimum")

    def visit_Maximum(self, node: nodes.Maximum) -> str:
        return self._nested(node, "np.maximum")

    def _condition(self, node: Node) -> str:
        """The node as a Boolean array."""
        name = type(node).__name__
        if isinstance(node, nodes.And):
            return "(" + " & ".join(map(self._condition, node.operands)) + ")"
        if isinstance(node, nodes.Or):
            return "(" + " | ".join(map(self._condition, node.operands)) + ")"
        if isinstance(node, nodes.Not):
            return f"({self.visit(node.operand)} == 0.0)"
        if name in self.COMPARE:
            left, right = node.children
            return f"({self.visit(left)} {self.COMPARE[name]} {self.visit(right)})"
        return f"({self.visit(node)} != 0.0)"

    def _flag(self, node: Node) -> str:
        return f"({self._condition(node)} * 1.0)"

    visit_Less = visit_LessEqual = visit_Greater = visit_GreaterEqual = visit_Equal = _flag
    visit_And = visit_Or = visit_Not = _flag

    def visit_Where(self, node: nodes.Where) -> str:
        condition = self._condition(node.condition)
        return f"np.where({condition}, {self.visit(node.chosen)}, {self.visit(node.otherwise)})"

    def _neighbour(self, node: nodes.Previous | nodes.Following, shift: int) -> str:
        assert isinstance(node.operand, (nodes.Input, nodes.Reference))
        return self._named(node.operand, shift)

    def visit_Previous(self, node: nodes.Previous) -> str:
        return self._neighbour(node, -1)

    def visit_Following(self, node: nodes.Following) -> str:
        return self._neighbour(node, +1)

    def _whole(self, node: Node) -> str:
        assert isinstance(node, (nodes.Input, nodes.Reference))
        return self.names[node.name]

    def visit_At(self, node: nodes.At) -> str:
        return f"run.at({self._whole(node.series)}, {self._array(node.position)})"

    def visit_Earlier(self, node: nodes.Earlier) -> str:
        series, periods = self._whole(node.series), self._array(node.periods)
        if self.row:
            return f"run.earlier_row({series}_, t, {periods})"
        return f"run.earlier({series}, {periods})"

    def _reduce(self, node: Node) -> str:
        return f"{self.REDUCE[type(node).__name__]}({', '.join(map(self._whole, node.children))})"

    visit_Total = visit_Lowest = visit_Highest = visit_Average = visit_SumProduct = visit_FirstWhere = _reduce

    def visit_InternalRate(self, node: nodes.InternalRate) -> str:
        return f"run.internal_rate({self._whole(node.flows)}, {self._whole(node.dates)})"


def _end(shift: int) -> str:
    return {-1: "-2", 0: "-1", 1: ""}[shift]


def compiled(graph: Graph, steps: Iterable[Step], *, frozen: bool) -> str:
    """The source of ``program(values, periods)``, which adds every line to ``values`` and returns the passes."""
    return _Writer(graph, frozen=frozen).program(tuple(steps))


class _Writer:
    """Writes the statements of a program."""

    def __init__(self, graph: Graph, *, frozen: bool) -> None:
        self.graph = graph
        self.frozen = frozen
        everything = (*graph.inputs, *graph.lines)
        self.names = {name: f"v{number}" for number, name in enumerate(everything)}
        self.vector = NumpyCode(graph, self.names, row=False)
        self.rows = NumpyCode(graph, self.names, row=True)
        self.text: list[str] = []

    def program(self, steps: tuple[Step, ...]) -> str:
        self._write(0, "def program(values, periods):")
        held = [n for n in self.graph.lines if self.frozen and self.graph.lines[n].freezable]
        for name in (*self.graph.inputs, *held):
            self._write(1, f"{self.names[name]} = values[{name!r}]")
        self._write(1, "most = 0")
        self._steps(1, steps)
        for name in step_lines(steps):
            self._write(1, f"values[{name!r}] = {self.names[name]}")
        self._write(1, "return most")
        return "\n".join(self.text) + "\n"

    def _write(self, depth: int, statement: str) -> None:
        self.text.append(_INDENT * depth + statement)

    def _steps(self, depth: int, steps: Iterable[Step]) -> None:
        for step in steps:
            match step:
                case Vector(name):
                    self._vector(depth, self.graph.lines[name])
                case Loop():
                    self._loop(depth, step)
                case Solve():
                    self._solve(depth, step)

    def _vector(self, depth: int, line: Line) -> None:
        if self.frozen and line.freezable:
            return
        variable, code = self.names[line.name], self.vector.visit(line.expression)
        if line.shape is Shape.SCALAR:
            self._write(depth, f"{variable} = np.atleast_1d(np.asarray({code}, dtype=np.float64))")
            return
        self._write(depth, f"x = np.asarray({code}, dtype=np.float64)")
        self._write(depth, f"{variable} = np.zeros((periods + 2, x.shape[-1] if x.ndim else 1))")
        self._write(depth, f"{variable}[1:-1] = x")

    def _loop(self, depth: int, loop: Loop) -> None:
        inside = set(loop.lines)
        reads = {n.name for name in loop.lines for n in self.graph.lines[name].expression.walk() if _is_named(n)}
        widths = [self.names[name] for name in sorted(reads - inside)]
        self._write(depth, f"width = max([{', '.join(['1', *(f'{w}.shape[-1]' for w in widths)])}])")
        for name in loop.lines:
            self._write(depth, f"{self.names[name]} = np.zeros((periods + 2, width))")
        for name in sorted(inside | reads):
            if self._is_series(name):
                self._write(depth, f"{self.names[name]}_ = list({self.names[name]})")
        self._write(depth, f"for t in range({'1, periods + 1' if loop.forward else 'periods, 0, -1'}):")
        for name in loop.lines:
            code = self.rows.visit(self.graph.lines[name].expression)
            self._write(depth + 1, f"{self.names[name]}_[t][:] = {code}")

    def _is_series(self, name: str) -> bool:
        variable = self.graph.lines[name] if name in self.graph.lines else self.graph.inputs[name]
        return variable.shape is Shape.SERIES

    def _solve(self, depth: int, block: Solve) -> None:
        """Passes until each scenario's solved values stay; a scenario that is done is not touched again."""
        lines = [self.graph.lines[name] for name in block.solved]
        for line in lines:
            assert line.guess is not None
            code = self.vector.visit(line.guess)
            self._write(depth, f"{self.names[line.name]} = np.atleast_1d(np.asarray({code}, dtype=np.float64))")
        self._write(depth, "done = False")
        self._write(depth, "for attempt in range(1, MOST_PASSES + 1):")
        self._steps(depth + 1, block.steps)
        self._write(depth + 1, "settled = True")
        for line in lines:
            variable = self.names[line.name]
            self._write(depth + 1, f"{variable}n = np.atleast_1d({self.vector.visit(line.expression)})")
            self._write(
                depth + 1,
                f"settled = settled & (np.abs({variable}n - {variable}) <= TOLERANCE * (1.0 + np.abs({variable})))",
            )
        for line in lines:
            variable = self.names[line.name]
            self._write(depth + 1, f"{variable} = np.where(done, {variable}, {variable}n)")
        self._write(depth + 1, "done = done | settled")
        self._write(depth + 1, "if np.all(done): break")
        self._write(depth, "else:")
        names = ", ".join(block.solved)
        self._write(
            depth + 1,
            f"raise NotConvergedError('Solved lines did not settle in %d passes, in %d of the scenarios: {names}. "
            "Check the sizing inputs, or give an amount.' % (MOST_PASSES, np.size(done) - np.count_nonzero(done)))",
        )
        self._write(depth, "most = max(most, attempt)")
        self._steps(depth, block.steps)


def _is_named(node: Node) -> bool:
    return isinstance(node, (nodes.Input, nodes.Reference))

