"""Graphs of a few lines for tests: each line is a name and a formula, with nothing said twice."""

from collections.abc import Mapping, Sequence

from finmodel.expr.graph import Graph, build
from finmodel.expr.line import Shape, Variable
from finmodel.expr.nodes import Node
from finmodel.expr.section import Definition, Formula, Part, as_formula
from finmodel.units import Unit

__all__ = ["graph", "inputs", "part", "scalar", "series", "solved"]


def series(name: str, formula: Formula | Node, *, freezable: bool = False, **tags: str) -> Definition:
    """A line with one value per period."""
    return Definition(name, name, Unit.NUMBER, Shape.SERIES, _formula(formula), tags=tags, freezable=freezable)


def scalar(name: str, formula: Formula | Node, *, freezable: bool = False, **tags: str) -> Definition:
    """A line with one value."""
    return Definition(name, name, Unit.NUMBER, Shape.SCALAR, _formula(formula), tags=tags, freezable=freezable)


def solved(name: str, formula: Formula | Node, guess: Formula | Node | float = 0.0) -> Definition:
    """A line that must equal its formula, found from a first guess."""
    first: Formula = (lambda m: guess) if isinstance(guess, float) else _formula(guess)
    return Definition(name, name, Unit.NUMBER, Shape.SCALAR, _formula(formula), freezable=True, guess=first)


def inputs(shapes: Mapping[str, Shape] | Sequence[str] = ()) -> list[Variable]:
    """Inputs by shape; names alone are single values."""
    named = shapes if isinstance(shapes, Mapping) else dict.fromkeys(shapes, Shape.SCALAR)
    return [Variable(name, name, Unit.NUMBER, shape) for name, shape in named.items()]


def part(*definitions: Definition, section: str = "small") -> Part:
    """The lines as a section under their own names."""
    return Part(section, section.title(), definitions)


def graph(*definitions: Definition, given: Mapping[str, Shape] | Sequence[str] = ()) -> Graph:
    """A graph of the lines over the inputs given."""
    return build([part(*definitions)], inputs(given))


def _formula(formula: Formula | Node) -> Formula:
    return as_formula(formula) if isinstance(formula, Node) else formula
