"""The closed list of nodes from which every formula is made, and the meaning of each at its edges.

Values are numbers; a flag is 1 or 0. *Blank* means "there is no such value" (a ratio to
nothing); only ``Ratio``, ``InternalRate`` and reductions of blanks produce it, and only reductions and
``Filled`` may read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from math import isfinite

__all__ = [
    "Absolute",
    "Add",
    "And",
    "At",
    "Average",
    "Constant",
    "Divide",
    "Earlier",
    "Equal",
    "Filled",
    "FirstWhere",
    "Floor",
    "Following",
    "Greater",
    "GreaterEqual",
    "Highest",
    "Input",
    "InternalRate",
    "Less",
    "LessEqual",
    "Lowest",
    "Maximum",
    "Minimum",
    "Month",
    "MonthEnd",
    "Multiply",
    "NODES",
    "Negate",
    "Node",
    "Not",
    "Operand",
    "Or",
    "Power",
    "Previous",
    "Ratio",
    "Reference",
    "Subtract",
    "SumProduct",
    "Total",
    "Where",
    "Year",
    "Day",
    "field_names",
]


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A formula, or a part of one. Python's operators build larger formulas; ``equals`` compares."""

    @property
    def children(self) -> tuple[Node, ...]:
        """The nodes this node is made of, in order."""
        found = tuple(getattr(self, name) for name in _node_names(type(self)))
        return found[0] if len(found) == 1 and isinstance(found[0], tuple) else found

    def walk(self) -> Iterator[Node]:
        """This node and everything below it, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()

    def __add__(self, other: Operand) -> Node:
        return Add(self, as_node(other))

    def __radd__(self, other: Operand) -> Node:
        return Add(as_node(other), self)

    def __sub__(self, other: Operand) -> Node:
        return Subtract(self, as_node(other))

    def __rsub__(self, other: Operand) -> Node:
        return Subtract(as_node(other), self)

    def __mul__(self, other: Operand) -> Node:
        return Multiply(self, as_node(other))

    def __rmul__(self, other: Operand) -> Node:
        return Multiply(as_node(other), self)

    def __truediv__(self, other: Operand) -> Node:
        return Divide(self, as_node(other))

    def __rtruediv__(self, other: Operand) -> Node:
        return Divide(as_node(other), self)

    def __pow__(self, other: Operand) -> Node:
        return Power(self, as_node(other))

    def __neg__(self) -> Node:
        return Negate(self)

    def __lt__(self, other: Operand) -> Node:
        return Less(self, as_node(other))

    def __le__(self, other: Operand) -> Node:
        return LessEqual(self, as_node(other))

    def __gt__(self, other: Operand) -> Node:
        return Greater(self, as_node(other))

    def __ge__(self, other: Operand) -> Node:
        return GreaterEqual(self, as_node(other))

    def __bool__(self) -> bool:
        raise TypeError("A formula has no truth value in Python; use where(), both(), either() or negated().")


_FIELD_NAMES: dict[type[Node], tuple[str, ...]] = {}
_NODE_NAMES: dict[type[Node], tuple[str, ...]] = {}


def field_names(kind: type[Node]) -> tuple[str, ...]:
    """The names of what a node of this class holds, in order."""
    if kind not in _FIELD_NAMES:
        _FIELD_NAMES[kind] = tuple(field.name for field in fields(kind))
    return _FIELD_NAMES[kind]


def _node_names(kind: type[Node]) -> tuple[str, ...]:
    """The fields that hold nodes: one each, or a single field that holds several."""
    if kind not in _NODE_NAMES:
        _NODE_NAMES[kind] = tuple(field.name for field in fields(kind) if "Node" in str(field.type))
    return _NODE_NAMES[kind]


Operand = Node | float | int


def as_node(value: Operand) -> Node:
    """The node itself, or a constant made from a plain number, which must be finite."""
    if isinstance(value, Node):
        return value
    if not isfinite(value):
        raise ValueError(f"{value} is not a finite number; a formula cannot hold it")
    return Constant(float(value))


@dataclass(frozen=True, slots=True, eq=False)
class Constant(Node):
    """A plain number that belongs to the formula itself, such as 12 months a year."""

    value: float


@dataclass(frozen=True, slots=True, eq=False)
class Input(Node):
    """A value that the case states."""

    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Reference(Node):
    """The value of another line, in the same period."""

    name: str


@dataclass(frozen=True, slots=True, eq=False)
class _Unary(Node):
    operand: Node


@dataclass(frozen=True, slots=True, eq=False)
class _Binary(Node):
    left: Node
    right: Node


@dataclass(frozen=True, slots=True, eq=False)
class _Several(Node):
    operands: tuple[Node, ...]


class Add(_Binary):
    """left + right."""

    __slots__ = ()


class Subtract(_Binary):
    """left − right."""

    __slots__ = ()


class Multiply(_Binary):
    """left × right."""

    __slots__ = ()


class Divide(_Binary):
    """left ÷ right; 0 where right is 0: a share of nothing is nothing."""

    __slots__ = ()


class Power(_Binary):
    """left to the power of right; 0 where left is not positive."""

    __slots__ = ()


class Negate(_Unary):
    """−operand."""

    __slots__ = ()


class Absolute(_Unary):
    """The size of the operand, without its sign."""

    __slots__ = ()


class Floor(_Unary):
    """The largest whole number that is not above the operand."""

    __slots__ = ()


class Minimum(_Several):
    """The smallest of the operands, period by period."""

    __slots__ = ()


class Maximum(_Several):
    """The largest of the operands, period by period."""

    __slots__ = ()


class Less(_Binary):
    """1 where left is below right, else 0. Exact: put a tolerance line beside amounts."""

    __slots__ = ()


class LessEqual(_Binary):
    """1 where left is not above right, else 0."""

    __slots__ = ()


class Greater(_Binary):
    """1 where left is above right, else 0."""

    __slots__ = ()


class GreaterEqual(_Binary):
    """1 where left is not below right, else 0."""

    __slots__ = ()


class Equal(_Binary):
    """1 where left and right are the same number, else 0. For counters, dates and flags."""

    __slots__ = ()


class And(_Several):
    """1 where every operand is not 0."""

    __slots__ = ()


class Or(_Several):
    """1 where any operand is not 0."""

    __slots__ = ()


class Not(_Unary):
    """1 where the operand is 0, else 0."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False)
class Where(Node):
    """``chosen`` where ``condition`` is not 0, else ``otherwise``."""

    condition: Node
    chosen: Node
    otherwise: Node


class Previous(_Unary):
    """The line's value one period before; 0 in the first period."""

    __slots__ = ()


class Following(_Unary):
    """The line's value one period later; 0 in the last period."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False)
class At(Node):
    """The value of a series or table at a position counted from 1 (whole numbers); 0 outside it."""

    series: Node
    position: Node


@dataclass(frozen=True, slots=True, eq=False)
class Earlier(Node):
    """The line's value ``periods`` periods before; 0 before the first. ``periods`` is a whole number of 1 or more.

    Less than 1 counts as 1. Unlike ``At`` it may stand in a loop over periods: it only looks back.
    """

    series: Node
    periods: Node


class Total(_Unary):
    """The sum of a series over all periods."""

    __slots__ = ()


class Lowest(_Unary):
    """The lowest value of a series that is not blank; blank where all are."""

    __slots__ = ()


class Highest(_Unary):
    """The highest value of a series that is not blank; blank where all are."""

    __slots__ = ()


class Average(_Unary):
    """The plain mean of the values of a series that are not blank; blank where all are."""

    __slots__ = ()


class SumProduct(_Binary):
    """The sum over all periods of left × right: a present value, or the value where a flag is 1."""

    __slots__ = ()


class FirstWhere(_Unary):
    """The position, counted from 1, of the first period in which a flag is 1; 0 where it never is."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False)
class InternalRate(Node):
    """The annual effective rate at which dated flows are worth nothing (Actual/365, as Excel's XIRR).

    ``first`` is the position of the first flow that is not 0. Blank where the flows never change sign or no
    root exists. Where several rates solve it, the one nearest to 10 % is taken.
    """

    flows: Node
    dates: Node
    first: Node


class Ratio(_Binary):
    """left ÷ right; blank where right is 0."""

    __slots__ = ()


class Filled(_Binary):
    """left, or right where left is blank."""

    __slots__ = ()


class MonthEnd(_Binary):
    """The last day of the month that lies ``right`` whole months after the date ``left`` (serial days)."""

    __slots__ = ()


class Year(_Unary):
    """The calendar year of a date."""

    __slots__ = ()


class Month(_Unary):
    """The calendar month of a date, 1 to 12."""

    __slots__ = ()


class Day(_Unary):
    """The day of the month of a date, 1 to 31."""

    __slots__ = ()


NODES: tuple[type[Node], ...] = (
    Constant, Input, Reference, Add, Subtract, Multiply, Divide, Power, Negate, Absolute, Floor, Minimum, Maximum,
    Less, LessEqual, Greater, GreaterEqual, Equal, And, Or, Not, Where, Previous, Following, At, Earlier, Total, Lowest,
    Highest, Average, SumProduct, FirstWhere, InternalRate, Ratio, Filled, MonthEnd, Year, Month, Day,
)  # fmt: skip
