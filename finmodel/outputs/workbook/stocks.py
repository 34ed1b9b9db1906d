"""Which series are stocks: balances, openings, running totals, whose sum over time means nothing."""

from __future__ import annotations

from collections.abc import Mapping

from finmodel.expr import nodes
from finmodel.expr.line import Line
from finmodel.expr.nodes import Node

__all__ = ["stocks"]

_TAGS = ("balance", "reserve")
"""Tags of lines that a balance sheet adds up."""


def stocks(lines: Mapping[str, Line]) -> frozenset[str]:
    """The series without a total: tagged as such, carried from period to period, or sums of more stocks in than out."""
    found: set[str] = set()
    for line in lines.values():
        if any(tag in line.tags for tag in _TAGS) or line.tags.get("total") == "none":
            found.add(line.name)
        found |= _carried(line)
    while True:
        more = {line.name for line in lines.values() if line.name not in found and _balance(line.expression, found)}
        if not more:
            return frozenset(found)
        found |= more


def _carried(line: Line) -> set[str]:
    """A line that is another's value of the period before, with that other; or that adds to its own."""
    expression = line.expression
    if isinstance(expression, nodes.Previous):
        return {line.name, *(node.name for node in expression.children if isinstance(node, nodes.Reference))}
    before = (node.operand for node in expression.walk() if isinstance(node, nodes.Previous))
    own = any(isinstance(node, nodes.Reference) and node.name == line.name for node in before)
    return {line.name} if own else set()


def _balance(node: Node, known: set[str]) -> int:
    """How many stocks a sum adds, less how many it takes away: an opening less a closing is a flow."""
    match node:
        case nodes.Reference(name):
            return int(name in known)
        case nodes.Add():
            return _balance(node.left, known) + _balance(node.right, known)
        case nodes.Subtract():
            return _balance(node.left, known) - _balance(node.right, known)
        case nodes.Previous():
            return _balance(node.operand, known)
        case _:
            return 0
