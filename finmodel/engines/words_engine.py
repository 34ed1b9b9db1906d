"""Formulas in words: what a line is made of, as a sentence that an auditor reads aloud.

Every phrase is an English text that ``translate`` may turn into another language before its places are filled.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import ClassVar

from finmodel.expr import nodes
from finmodel.expr.graph import Graph
from finmodel.expr.line import Line
from finmodel.expr.nodes import Node
from finmodel.expr.visitor import Visitor
from finmodel.units import Unit

__all__ = ["PHRASES", "Phrase", "Translate", "WordsEngine", "named", "number_phrase"]

Translate = Callable[[str], str]

PHRASES: Mapping[str, str] = {
    "Absolute": "the size of ({operand})",
    "And": "{left} and {right}",
    "At": "{series} at position ({position})",
    "Average": "the average of {operand} over all periods",
    "Day": "the day of ({operand})",
    "Divide": "{fraction}, 0 where {divisor} is 0",
    "Earlier": "{series} of ({periods}) periods before",
    "Filled": "{left}, or {right} where that is blank",
    "FirstWhere": "the first period with {operand}",
    "Floor": "({operand}) rounded down",
    "Following": "{operand} of the period after",
    "Highest": "the highest {operand} of all periods",
    "InternalRate": "the annual rate at which {flows} (dated by {dates}) are together worth 0",
    "Lowest": "the lowest {operand} of all periods",
    "Maximum": "the largest of ({operands})",
    "Minimum": "the smallest of ({operands})",
    "Month": "the month of ({operand})",
    "MonthEnd": "the end of the month ({right}) months after ({left})",
    "Not": "not ({operand})",
    "Or": "{left} or {right}",
    "Power": "{left} to the power of {right}",
    "Previous": "{operand} of the period before",
    "Ratio": "{fraction}, blank where {divisor} is 0",
    "SumProduct": "the sum of {left} × {right} over all periods",
    "SumWhere": "the sum of {left} over the periods with {right}",
    "Total": "the sum of {operand} over all periods",
    "Where": "{chosen} if {condition}, otherwise {otherwise}",
    "Year": "the year of ({operand})",
}
"""Every phrase a formula can need, by node: what a catalogue of another language must hold."""

_CLAUSE, _OR, _AND, _COMPARE, _SUM, _PRODUCT, _SIGN, _NAME = range(8)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a sentence, and how tightly its words belong together (7: a name; 0: a clause)."""

    text: str
    bond: int = _NAME

    def within(self, bond: int) -> str:
        """The text as part of a phrase of the given bond: in brackets if it would fall apart there."""
        return self.text if self.bond >= bond else f"({self.text})"


class WordsEngine(Visitor):
    """Formulas in words, with the labels of lines and inputs as names."""

    engine: ClassVar[str] = "words"

    INFIX: ClassVar[Mapping[str, tuple[str, int]]] = {
        "Add": ("+", _SUM), "Subtract": ("−", _SUM), "Multiply": ("×", _PRODUCT),
        "Less": ("<", _COMPARE), "LessEqual": ("≤", _COMPARE), "Greater": (">", _COMPARE),
        "GreaterEqual": ("≥", _COMPARE), "Equal": ("=", _COMPARE),
    }  # fmt: skip

    def __init__(self, graph: Graph, *, translate: Translate = str) -> None:
        self.graph = graph
        self.translate = translate
        self._instances = {line.instance: line.instance_label for line in graph.lines.values() if line.instance}

    def formula(self, line: Line) -> str:
        """The formula of a line as one sentence without a full stop."""
        phrase: Phrase = self.visit(line.expression)
        return phrase.text

    def label(self, name: str) -> str:
        """The label of a line or an input, with its instance before it."""
        known = self.graph.lines.get(name) or self.graph.inputs[name]
        instance, _, _ = name.rpartition(".")
        label = self.translate(known.label)
        return f"{self.translate(self._instances.get(instance, instance))}: {label}" if instance else label

    def unit(self, name: str) -> Unit:
        """The unit of a line or an input."""
        return (self.graph.lines.get(name) or self.graph.inputs[name]).unit

    def _say(self, key: str, **places: str) -> str:
        return self.translate(PHRASES[key]).format(**places)

    def visit_Constant(self, node: nodes.Constant) -> Phrase:
        return number_phrase(f"{node.value:,.10g}")

    def visit_Input(self, node: nodes.Input) -> Phrase:
        return Phrase(self.label(node.name))

    def visit_Reference(self, node: nodes.Reference) -> Phrase:
        return Phrase(self.label(node.name))

    def _infix(self, node: Node) -> Phrase:
        sign, bond = self.INFIX[type(node).__name__]
        left, right = map(self.visit, node.children)
        tighter = bond if sign in "+×" else bond + 1
        return Phrase(f"{left.within(bond)} {sign} {right.within(tighter)}", bond)

    visit_Add = visit_Subtract = visit_Multiply = _infix
    visit_Less = visit_LessEqual = visit_Greater = visit_GreaterEqual = visit_Equal = _infix

    def visit_Negate(self, node: nodes.Negate) -> Phrase:
        return Phrase(f"−{self.visit(node.operand).within(_NAME)}", _SIGN)

    def _fraction(self, node: nodes.Divide | nodes.Ratio) -> Phrase:
        left, right = self.visit(node.left).within(_PRODUCT), self.visit(node.right).within(_SIGN)
        return Phrase(f"{left} ÷ {right}", _PRODUCT)

    def _quotient(self, node: nodes.Divide | nodes.Ratio) -> Phrase:
        """The fraction, and what it is where the divisor is 0, unless the divisor is a number that never is."""
        fraction = self._fraction(node)
        if isinstance(node.right, nodes.Constant) and node.right.value != 0:
            return fraction
        divisor = self.visit(node.right).within(_SIGN)
        return Phrase(self._say(type(node).__name__, fraction=fraction.text, divisor=divisor), _CLAUSE)

    visit_Divide = visit_Ratio = _quotient

    def _joined(self, node: nodes.And | nodes.Or, bond: int) -> Phrase:
        first, *rest = (self.visit(operand).within(bond + 1) for operand in node.operands)
        for operand in rest:
            first = self._say(type(node).__name__, left=first, right=operand)
        return Phrase(first, bond)

    def visit_And(self, node: nodes.And) -> Phrase:
        return self._joined(node, _AND)

    def visit_Or(self, node: nodes.Or) -> Phrase:
        return self._joined(node, _OR)

    def _listed(self, node: nodes.Minimum | nodes.Maximum) -> Phrase:
        operands = "; ".join(self.visit(operand).text for operand in node.operands)
        return Phrase(self._say(type(node).__name__, operands=operands))

    visit_Minimum = visit_Maximum = _listed

    def visit_Where(self, node: nodes.Where) -> Phrase:
        places = {
            "chosen": self.visit(node.chosen).within(_OR),
            "condition": self.visit(node.condition).within(_OR),
            "otherwise": self.visit(node.otherwise).within(_OR),
        }
        return Phrase(self._say("Where", **places), _CLAUSE)

    def _spoken(self, node: Node) -> str:
        places = {place.name: self.visit(getattr(node, place.name)).text for place in fields(node)}
        return self._say(type(node).__name__, **places)

    def _bracketed(self, node: Node) -> Phrase:
        """A phrase whose places stand in brackets or hold a name."""
        return Phrase(self._spoken(node))

    visit_Not = visit_Absolute = visit_Year = visit_Month = visit_Day = visit_MonthEnd = _bracketed

    def visit_Previous(self, node: nodes.Previous) -> Phrase:
        return self._bracketed(node)

    def visit_Following(self, node: nodes.Following) -> Phrase:
        return self._bracketed(node)

    def visit_At(self, node: nodes.At) -> Phrase:
        return self._bracketed(node)

    def visit_Earlier(self, node: nodes.Earlier) -> Phrase:
        return self._bracketed(node)

    def _running(self, node: Node) -> Phrase:
        """A phrase that runs on beyond its brackets."""
        return Phrase(self._spoken(node), _CLAUSE)

    visit_Total = visit_Lowest = visit_Highest = visit_Average = visit_FirstWhere = visit_InternalRate = _running
    visit_Floor = _running

    def visit_SumProduct(self, node: nodes.SumProduct) -> Phrase:
        over_flag = self.unit(named(node.right)) is Unit.FLAG
        places = {"left": self.visit(node.left).text, "right": self.visit(node.right).text}
        return Phrase(self._say("SumWhere" if over_flag else "SumProduct", **places), _CLAUSE)

    def _clause(self, node: nodes.Filled | nodes.Power) -> Phrase:
        left, right = self.visit(node.left).within(_SIGN), self.visit(node.right).within(_SIGN)
        return Phrase(self._say(type(node).__name__, left=left, right=right), _CLAUSE)

    visit_Filled = visit_Power = _clause


def number_phrase(text: str) -> Phrase:
    """A number as part of a sentence: in brackets beside a sign of arithmetic if it is negative."""
    shown = text.replace("-", "−")
    return Phrase(shown, _CLAUSE if shown.startswith("−") else _NAME)


def named(node: Node) -> str:
    """The name of the line or input that a node reads; formulas read whole series by name alone."""
    assert isinstance(node, (nodes.Input, nodes.Reference))
    return node.name
