"""The Excel engine: turns a line's expression into one formula that serves every column of its row.

The formulas are plain Excel 2007, without names, arrays or volatile functions. Empty cells before the first and
after the last period read as 0, except in the functions that skip them: there the cell is wrapped in ``N()``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import ClassVar, NamedTuple

from finmodel.engines.excel_cells import Place, Template
from finmodel.expr import nodes
from finmodel.expr.line import Line, Shape
from finmodel.expr.nodes import Node
from finmodel.expr.visitor import Visitor

__all__ = ["ExcelEngine", "Text"]

_COMPARE, _PLUS, _TIMES, _POWER, _ATOM = range(5)
"""How strongly the outermost operator of a text binds."""


class Text(NamedTuple):
    """A formula, or a part of one: how strongly it binds and how deeply its brackets nest."""

    text: str
    level: int = _ATOM
    depth: int = 0

    def within(self, level: int) -> str:
        """The text, in brackets if it binds less strongly than ``level``."""
        return self.text if self.level >= level else f"({self.text})"


class ExcelEngine(Visitor):
    """Formulas for lines whose places are known.

    ``places`` tells where each line and input stands and ``blank`` which lines can be blank. For internal rates,
    ``guesses`` names the inputs from which the search starts and ``least`` the one below which a rate counts as 0.
    """

    engine: ClassVar[str] = "Excel"

    COMPARE: ClassVar[Mapping[str, str]] = {
        "Less": "<", "LessEqual": "<=", "Greater": ">", "GreaterEqual": ">=", "Equal": "=",
    }  # fmt: skip
    CALL: ClassVar[Mapping[str, str]] = {
        "Absolute": "ABS", "Floor": "INT", "MonthEnd": "EOMONTH", "Year": "YEAR", "Month": "MONTH", "Day": "DAY",
    }  # fmt: skip
    REDUCE: ClassVar[Mapping[str, str]] = {
        "Total": "SUM", "Lowest": "MIN", "Highest": "MAX", "Average": "AVERAGE", "SumProduct": "SUMPRODUCT",
    }  # fmt: skip

    def __init__(
        self, places: Mapping[str, Place], *, blank: Collection[str] = (), guesses: Sequence[str] = (), least: str = ""
    ) -> None:
        self.places = places
        self.blank = blank
        self.guesses = guesses
        self.least = least
        self.sheet = ""
        self._line = ""

    def template(self, line: Line) -> Template:
        """The formula of a line."""
        return Template(self.text(line, line.expression).text)

    def text(self, line: Line, node: Node) -> Text:
        """A node of a line's formula, as it reads on the line's sheet."""
        self._line = line.name
        self.sheet = self.places[line.name].sheet
        return self.visit(node)

    def search_rows(self, line: Line) -> tuple[str, ...]:
        """The further rows that a line needs: an internal rate is searched from several guesses."""
        if not isinstance(line.expression, nodes.InternalRate):
            return ()
        numbers = range(1, len(self.guesses) + 1)
        return (*(f"{line.name}~from{n}" for n in numbers), *(f"{line.name}~near{n}" for n in numbers))

    def searches(self, line: Line) -> dict[str, Template]:
        """The formulas of those rows: the rate that each search finds, and how far it is from the first guess."""
        names, rate = self.search_rows(line), line.expression
        if not isinstance(rate, nodes.InternalRate):
            return {}
        self.sheet = self.places[line.name].sheet
        first = self._single(self.guesses[0])
        found = {name: self._search(rate, guess) for name, guess in zip(names, self.guesses, strict=False)}
        for search, name in zip(found.copy(), names[len(self.guesses) :], strict=True):
            cell = self._single(search)
            is_rate = f"AND(ABS(N({cell}))>{self._single(self.least)},N({cell})>-1)"
            found[name] = f'IF({is_rate},ABS(LN((1+{cell})/(1+{first}))),"")'
        return {name: Template(text) for name, text in found.items()}

    def visit(self, node: Node) -> Text:
        """The formula of one node."""
        found: Text = super().visit(node)
        return found

    def visit_Constant(self, node: nodes.Constant) -> Text:
        number = f"{node.value:.15g}".upper() if node.value != round(node.value) else str(int(node.value))
        return Text(number, _ATOM if node.value >= 0 else _PLUS)

    def _named(self, node: nodes.Input | nodes.Reference) -> Text:
        place = self.places[node.name]
        return Text(place.single(self.sheet) if place.shape is Shape.SCALAR else place.step(self.sheet, 0))

    visit_Input = visit_Reference = _named

    def _joined(self, node: nodes.Add | nodes.Subtract | nodes.Multiply, sign: str, level: int) -> Text:
        left, right = self.visit(node.left), self.visit(node.right)
        return Text(f"{left.within(level)}{sign}{right.within(level + 1)}", level, _deepest(left, right))

    def visit_Add(self, node: nodes.Add) -> Text:
        return self._joined(node, "+", _PLUS)

    def visit_Subtract(self, node: nodes.Subtract) -> Text:
        return self._joined(node, "-", _PLUS)

    def visit_Multiply(self, node: nodes.Multiply) -> Text:
        return self._joined(node, "*", _TIMES)

    def visit_Negate(self, node: nodes.Negate) -> Text:
        operand = self.visit(node.operand)
        return Text(f"-{operand.within(_TIMES)}", _PLUS, operand.depth)

    def _quotient(self, node: nodes.Divide | nodes.Ratio, nothing: str) -> Text:
        left, right = self.visit(node.left), self.visit(node.right)
        quotient = f"{left.within(_TIMES)}/{right.within(_POWER)}"
        if isinstance(node.right, nodes.Constant) and node.right.value > 0:
            return Text(quotient, _TIMES, _deepest(left, right))
        return _call("IF", f"{right.within(_PLUS)}=0,{nothing},{quotient}", left, right)

    def visit_Divide(self, node: nodes.Divide) -> Text:
        return self._quotient(node, "0")

    def visit_Ratio(self, node: nodes.Ratio) -> Text:
        return self._quotient(node, '""')

    def visit_Power(self, node: nodes.Power) -> Text:
        base, exponent = self.visit(node.left), self.visit(node.right)
        power = f"{base.within(_ATOM)}^{exponent.within(_ATOM)}"
        if isinstance(node.left, nodes.Constant) and node.left.value > 0:
            return Text(power, _POWER, _deepest(base, exponent))
        return _call("IF", f"{base.within(_PLUS)}>0,{power},0", base, exponent)

    def visit_Filled(self, node: nodes.Filled) -> Text:
        value, instead = self.visit(node.left), self.visit(node.right)
        return _call("IF", f'{value.within(_PLUS)}="",{instead.text},{value.text}', value, instead)

    def _function(self, node: Node) -> Text:
        operands = [self.visit(child) for child in node.children]
        return _call(self.CALL[type(node).__name__], ",".join(o.text for o in operands), *operands)

    visit_Absolute = visit_Floor = visit_MonthEnd = visit_Year = visit_Month = visit_Day = _function

    def _extreme(self, function: str, operands: Sequence[Node]) -> Text:
        texts = [self._counted(operand) for operand in operands]
        return _call(function, ",".join(text.text for text in texts), *texts)

    def _counted(self, node: Node) -> Text:
        """A node for a function that skips empty cells: a cell outside the grid must count as 0."""
        text = self.visit(node)
        return _call("N", text.text, text) if _can_be_empty(node) else text

    def visit_Minimum(self, node: nodes.Minimum) -> Text:
        return self._extreme("MIN", node.operands)

    def visit_Maximum(self, node: nodes.Maximum) -> Text:
        return self._extreme("MAX", node.operands)

    def _condition(self, node: Node) -> Text:
        """The node as TRUE or FALSE."""
        name = type(node).__name__
        if isinstance(node, (nodes.And, nodes.Or)):
            operands = [self._condition(operand) for operand in node.operands]
            return _call(name.upper(), ",".join(operand.text for operand in operands), *operands)
        if isinstance(node, nodes.Not):
            return self._opposite(node.operand)
        if name in self.COMPARE:
            left, right = (self.visit(child) for child in node.children)
            text = f"{left.within(_PLUS)}{self.COMPARE[name]}{right.within(_PLUS)}"
            return Text(text, _COMPARE, _deepest(left, right))
        value = self.visit(node)
        return Text(f"{value.within(_PLUS)}<>0", _COMPARE, value.depth)

    def _opposite(self, node: Node) -> Text:
        if isinstance(node, (nodes.And, nodes.Or, nodes.Not)) or type(node).__name__ in self.COMPARE:
            condition = self._condition(node)
            return _call("NOT", condition.text, condition)
        value = self.visit(node)
        return Text(f"{value.within(_PLUS)}=0", _COMPARE, value.depth)

    def _flag(self, node: Node) -> Text:
        condition = self._condition(node)
        return _call("IF", f"{condition.text},1,0", condition)

    visit_Less = visit_LessEqual = visit_Greater = visit_GreaterEqual = visit_Equal = _flag
    visit_And = visit_Or = visit_Not = _flag

    def visit_Where(self, node: nodes.Where) -> Text:
        condition, chosen, otherwise = (
            self._condition(node.condition), self.visit(node.chosen), self.visit(node.otherwise)
        )  # fmt: skip
        test = condition.text.removesuffix("<>0") if isinstance(node.condition, _NAMED) else condition.text
        return _call("IF", f"{test},{chosen.text},{otherwise.text}", condition, chosen, otherwise)

    def visit_Previous(self, node: nodes.Previous) -> Text:
        return Text(self._place(node.operand).step(self.sheet, -1))

    def visit_Following(self, node: nodes.Following) -> Text:
        return Text(self._place(node.operand).step(self.sheet, +1))

    def visit_At(self, node: nodes.At) -> Text:
        position = self.visit(node.position)
        cells = self._place(node.series).padded(self.sheet)
        return _call("INDEX", f"{cells},1,MEDIAN(1,{position.within(_PLUS)}+1,COLUMNS({cells}))", position, extra=2)

    def visit_Earlier(self, node: nodes.Earlier) -> Text:
        periods = self.visit(node.periods)
        cells = self._place(node.series).before(self.sheet)
        back = f"MAX(1,INT({periods.text}))"
        if isinstance(node.periods, nodes.Constant):
            back = str(max(1, int(node.periods.value)))
        return _call("INDEX", f"{cells},1,MAX(1,COLUMNS({cells})-{back}+1)", periods, extra=2)

    def _reduce(self, node: Node) -> Text:
        places = [self._place(child).whole(self.sheet) for child in node.children]
        return _call(self.REDUCE[type(node).__name__], ",".join(places))

    visit_Total = visit_SumProduct = _reduce

    def _reduce_blanks(self, node: nodes.Lowest | nodes.Highest | nodes.Average) -> Text:
        found = self._reduce(node)
        assert isinstance(node.operand, _NAMED)
        if node.operand.name not in self.blank:
            return found
        cells = self._place(node.operand).whole(self.sheet)
        return _call("IF", f'COUNT({cells})=0,"",{found.text}', found)

    visit_Lowest = visit_Highest = visit_Average = _reduce_blanks

    def visit_FirstWhere(self, node: nodes.FirstWhere) -> Text:
        return Text(f"IFERROR(MATCH(1,{self._place(node.operand).whole(self.sheet)},0),0)", _ATOM, 2)

    def visit_InternalRate(self, node: nodes.InternalRate) -> Text:
        """The found rate nearest to the first guess. A failed search can end at almost 0, so 0 has its own proof."""
        flows = self._place(node.flows).whole(self.sheet)
        zero = f'IF(AND(MIN({flows})<0,ABS(SUM({flows}))<{self._single(self.least)}),0,"")'
        rates, distances = (self._block(kind) for kind in ("from", "near"))
        nearest = f"INDEX({rates},MATCH(MIN({distances}),{distances},0))"
        return Text(f"IF(COUNT({distances})=0,{zero},{nearest})", _ATOM, 4)

    def _block(self, kind: str) -> str:
        """The cells of the searches, one below the other."""
        first, last = (self._single(f"{self._line}~{kind}{number}") for number in (1, len(self.guesses)))
        return f"{first}:{last}"

    def _single(self, name: str) -> str:
        return self.places[name].single(self.sheet)

    def _search(self, node: nodes.InternalRate, guess: str) -> str:
        """Excel's own search, which needs the first flow not to be 0."""
        first = f"MAX(1,{self.visit(node.first).text})"
        spans = (
            f"INDEX({place.whole(self.sheet)},1,{first}):{place.last(self.sheet)}"
            for place in (self._place(node.flows), self._place(node.dates))
        )
        return f'IFERROR(XIRR({",".join(spans)},{self._single(guess)}),"")'

    def _place(self, node: Node) -> Place:
        assert isinstance(node, _NAMED)
        return self.places[node.name]


_NAMED = (nodes.Input, nodes.Reference)


def _can_be_empty(node: Node) -> bool:
    """Whether the formula can hand on a cell outside the grid, as IF does with the branch it takes."""
    if isinstance(node, nodes.Where):
        return _can_be_empty(node.chosen) or _can_be_empty(node.otherwise)
    if isinstance(node, nodes.Filled):
        return _can_be_empty(node.left) or _can_be_empty(node.right)
    return isinstance(node, (nodes.Previous, nodes.Following, nodes.At, nodes.Earlier))


def _deepest(*parts: Text) -> int:
    return max((part.depth for part in parts), default=0)


def _call(function: str, arguments: str, *parts: Text, extra: int = 0) -> Text:
    return Text(f"{function}({arguments})", _ATOM, 1 + max(_deepest(*parts), extra))
