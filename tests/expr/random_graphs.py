"""Random graphs with random inputs, for tests that hold for every graph.

Lines come in layers. Within a layer lines may read each other over time in one direction, so loops arise; from the
layers below they may read anything in any way. No line grows without bound.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from finmodel.expr.functions import (
    absolute,
    at,
    average,
    both,
    earlier,
    either,
    equals,
    filled,
    first_where,
    floor,
    following,
    highest,
    lowest,
    maximum,
    minimum,
    negated,
    previous,
    ratio,
    sum_product,
    total,
    where,
)
from finmodel.expr.graph import Graph
from finmodel.expr.line import Shape
from finmodel.expr.nodes import Constant, Input, Node, Reference
from finmodel.expr.section import Definition
from tests.expr.small_graphs import graph, scalar, series, solved

__all__ = ["Model", "models", "solved_models"]

_INPUTS = {
    "rate": Shape.SCALAR,
    "lag": Shape.SCALAR,
    "flow": Shape.SERIES,
    "flag": Shape.SERIES,
    "table": Shape.TABLE,
}
_LIMIT = 1e6

Number = float | list[float]


@dataclass(frozen=True)
class Model:
    """A graph, a number of periods, and the inputs of several scenarios."""

    graph: Graph
    periods: int
    scenarios: Sequence[dict[str, Number]]


@dataclass
class _Layer:
    """What a formula of this layer may read, and how."""

    draw: st.DrawFn
    forward: bool
    below: list[Definition]
    so_far: list[Definition]
    """The lines of this layer defined before, which may be read in the same period."""
    names: list[str]
    """All lines of this layer, which may be read over time."""
    blank: set[str]

    def pick(self, options: Sequence[str]) -> str:
        return self.draw(st.sampled_from(options))

    def whole_series(self, *, blanks: bool = False) -> Node:
        """A series that can be read in all periods: an input or a line of a layer below."""
        known = [d.name for d in self.below if d.shape is Shape.SERIES and (blanks or d.name not in self.blank)]
        name = self.pick(["flow", "flag", *known])
        return Input(name) if name in _INPUTS else Reference(name)

    def condition(self, depth: int) -> Node:
        kind = self.pick(["less", "at most", "equal", "both", "either", "not", "flag"])
        if kind == "flag" or depth <= 0:
            return Input("flag")
        if kind in {"both", "either"}:
            join: Callable[..., Node] = both if kind == "both" else either
            return join(self.condition(depth - 1), self.condition(depth - 1))
        if kind == "not":
            return negated(self.condition(depth - 1))
        left, right = self.number(depth - 1), self.number(depth - 1)
        return {"less": left < right, "at most": left <= right, "equal": equals(left, right)}[kind]

    def number(self, depth: int) -> Node:
        """A formula that is never blank."""
        return self.leaf() if depth <= 0 else self.branch(depth - 1)

    def leaf(self) -> Node:
        kinds = ["constant", "rate", "flow", "over time", "below", "beside"]
        kind = self.pick(kinds)
        if kind == "constant":
            return Constant(self.draw(_quarters))
        if kind == "over time":
            return self.over_time()
        readable = {"below": self.below, "beside": self.so_far}.get(kind, [])
        names = [d.name for d in readable if d.name not in self.blank]
        if names:
            return Reference(self.pick(names))
        return Input("rate" if kind == "rate" else "flow")

    def over_time(self) -> Node:
        name = self.pick(self.names)
        if not self.forward:
            return following(Reference(name))
        if self.draw(st.booleans()):
            return previous(Reference(name))
        return earlier(Reference(name), self.draw(st.sampled_from([Input("lag"), Constant(2.0)])))

    def branch(self, depth: int) -> Node:
        kind = self.pick(["+", "-", "*", "/", "minus", "size", "floor", "min", "max", "where", "at", "filled", "shift"])
        if kind == "at":
            of = self.draw(st.sampled_from([Input("table"), self.whole_series()]))
            return at(of, floor(self.number(depth)))
        if kind == "shift":
            of = self.whole_series()
            return self.draw(st.sampled_from([previous(of), following(of), earlier(of, Input("lag"))]))
        if kind == "filled":
            return filled(self.perhaps_blank(depth), self.number(depth))
        left = self.number(depth)
        if kind in {"minus", "size", "floor"}:
            return {"minus": -left, "size": absolute(left), "floor": floor(left)}[kind]
        right = self.number(depth)
        if kind == "where":
            return where(self.condition(depth), left, right)
        return {
            "+": left + right, "-": left - right, "*": left * right, "/": left / right,
            "min": minimum(left, right, 1), "max": maximum(left, right),
        }[kind]  # fmt: skip

    def perhaps_blank(self, depth: int) -> Node:
        blanks = [d.name for d in (*self.below, *self.so_far) if d.name in self.blank]
        kind = self.pick(["ratio", "where", *(["line"] if blanks else [])])
        if kind == "line":
            return Reference(self.pick(blanks))
        if kind == "ratio":
            return ratio(self.number(depth), self.number(depth))
        return where(self.condition(depth), ratio(self.number(depth), Input("flag")), self.number(depth))

    def single(self) -> Node:
        """A formula for a single value, read off whole series."""
        kind = self.pick(["total", "product", "first", "lowest", "highest", "average", "at", "rate"])
        made = {
            "total": total(self.whole_series()),
            "product": sum_product(self.whole_series(), self.whole_series()),
            "first": first_where(Input("flag")),
            "lowest": filled(lowest(self.whole_series(blanks=True)), 0),
            "highest": filled(highest(self.whole_series(blanks=True)), 1),
            "average": filled(average(self.whole_series(blanks=True)), 2),
            "at": at(self.whole_series(), Input("lag")),
            "rate": Input("rate") * 2,
        }
        return made[kind]


_quarters = st.integers(-16, 16).map(lambda n: n / 4)


def _bounded(node: Node) -> Node:
    return minimum(maximum(node, -_LIMIT), _LIMIT)


@st.composite
def models(draw: st.DrawFn) -> Model:
    """Graphs of one to three layers over five inputs, with one to four scenarios."""
    lines: list[Definition] = []
    blank: set[str] = set()
    for number in range(draw(st.integers(1, 3))):
        names = [f"l{number}_{n}" for n in range(draw(st.integers(1, 4)))]
        layer = _Layer(draw, draw(st.booleans()), list(lines), [], names, blank)
        for name in names:
            layer.so_far.append(series(name, _bounded(layer.number(3))))
        lines += layer.so_far
        if draw(st.booleans()):
            lines.append(scalar(f"s{number}", _bounded(layer.single())))
        if draw(st.booleans()):
            lines.append(series(f"b{number}", layer.perhaps_blank(2)))
            blank.add(f"b{number}")
    periods = draw(st.integers(1, 6))
    scenarios = draw(st.lists(_given(periods), min_size=1, max_size=4))
    return Model(graph(*lines, given=_INPUTS), periods, scenarios)


def _given(periods: int) -> st.SearchStrategy[dict[str, Number]]:
    return st.fixed_dictionaries(
        {
            "rate": _quarters,
            "lag": st.integers(0, 8).map(float),
            "flow": st.lists(_quarters, min_size=periods, max_size=periods),
            "flag": st.lists(st.sampled_from([0.0, 1.0]), min_size=periods, max_size=periods),
            "table": st.lists(_quarters, min_size=3, max_size=3),
        }
    )


@st.composite
def solved_models(draw: st.DrawFn) -> Model:
    """Graphs with one or two solved lines, whose equations lead through series, loops and reductions back to them."""
    small = st.integers(-4, 4).map(lambda n: n / 16)
    solved_names = ["x", "y"][: draw(st.integers(1, 2))]
    names = [f"l{n}" for n in range(draw(st.integers(1, 4)))]
    lines: list[Definition] = []
    for place, name in enumerate(names):
        back = draw(st.sampled_from([previous, lambda line: earlier(line, Input("lag"))]))
        node = Input("flow") + draw(small) * back(Reference(draw(st.sampled_from(names))))
        for other in solved_names:
            node = node + draw(small) * Reference(other) * Input("flag")
        if place and draw(st.booleans()):
            node = node + draw(small) * Reference(names[place - 1])
        lines.append(series(name, minimum(node, Input("rate") * 8) if draw(st.booleans()) else node))
    for name in solved_names:
        whole = Reference(draw(st.sampled_from(names)))
        kind = draw(st.sampled_from(["average", "lowest", "at"]))
        reduced = {"average": filled(average(whole), 0), "lowest": lowest(whole), "at": at(whole, Input("lag"))}[kind]
        lines.append(scalar(f"found_{name}", Input("rate") + draw(small) * reduced))
        lines.append(solved(name, Reference(f"found_{name}") * 1.0, guess=draw(_quarters)))
    lines.append(series("reader", Reference("x") + previous(Reference("l0"))))
    periods = draw(st.integers(1, 6))
    scenarios = draw(st.lists(_given(periods), min_size=1, max_size=4))
    return Model(graph(*lines, given=_INPUTS), periods, scenarios)
