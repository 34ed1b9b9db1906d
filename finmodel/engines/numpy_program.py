"""The program for a graph as Python source: a statement a line, loops over periods, passes where lines are solved.

Every series is an array padded with a row of zeros before the first and after the last period. Lines that are
computed together (a loop, a solved block) get their arrays first, and what does not depend on them is computed first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from finmodel.engines.numpy_code import GridCode, RowCode, is_series
from finmodel.expr.graph import Graph
from finmodel.expr.line import Shape
from finmodel.expr.nodes import Constant, Following, Input, Node, Previous, Reference
from finmodel.expr.order import Loop, Solve, Step, Vector, step_lines

__all__ = ["program_source"]


def program_source(graph: Graph, outputs: Collection[str], *, frozen: bool) -> str:
    """The source of ``program(values, periods)``, which returns the arrays of the outputs and the passes it took.

    ``values`` holds the inputs and, with ``frozen``, the freezable lines. Lines that no output depends on are left
    out, and a line's values are let go once nothing more reads them.
    """
    if _Texts not in graph.kept:
        graph.kept[_Texts] = _Texts(graph)
    statements = _Program(graph, outputs, graph.kept[_Texts], frozen=frozen).statements()
    return "\n".join(("def program(values, periods):", *_indented(statements), ""))


def _indented(statements: Iterable[str]) -> Iterator[str]:
    return (f"    {statement}" for statement in statements)


class _Program:
    """Puts a program together from the statements of the steps that its outputs need."""

    def __init__(self, graph: Graph, outputs: Collection[str], texts: _Texts, *, frozen: bool) -> None:
        self.graph = graph
        self.outputs = outputs
        self.texts = texts
        self.names = texts.names
        self.steps = graph.frozen_steps if frozen else graph.steps
        self.held = frozenset(graph.freezable if frozen else ())

    def statements(self) -> Iterator[str]:
        """The inputs, the steps in their order, each followed by letting go of what nothing more reads, the outputs."""
        needed = self._needed()
        steps = [step for step in self.steps if not needed.isdisjoint(step_lines((step,)))]
        for name in (*self.graph.inputs, *sorted(needed & self.held)):
            yield f"{self.names[name]} = values[{name!r}]"
        yield "passes = 0"
        for step, unread in zip(steps, self._unread_after(steps), strict=True):
            if not (isinstance(step, Vector) and step.line in self.held):
                yield from self.texts.of(step)
            if unread:
                yield f"del {', '.join(unread)}"
        found = ", ".join(f"{name!r}: {self.names[name]}" for name in self.outputs)
        yield f"return {{{found}}}, passes"

    def _reads(self, name: str) -> Iterable[str]:
        return () if name in self.held else self.graph.read_by(name)

    def _needed(self) -> set[str]:
        """The outputs and every line they depend on."""
        needed: set[str] = set()
        waiting = list(self.outputs)
        while waiting:
            name = waiting.pop()
            if name not in needed:
                needed.add(name)
                waiting.extend(self._reads(name))
        return needed

    def _unread_after(self, steps: Sequence[Step]) -> list[list[str]]:
        """For each step the variables of lines that no later step reads and that are no outputs."""
        last: dict[str, int] = {}
        for number, step in enumerate(steps):
            for name in step_lines((step,)):
                last.update(dict.fromkeys((name, *self._reads(name)), number))
        unread: list[list[str]] = [[] for _ in steps]
        for name, number in last.items():
            if name not in self.outputs:
                unread[number].append(self.names[name])
        return unread


class _Texts:
    """The statements of the steps of one graph, each written once for however many programs are made of them."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.names = {name: f"v{number}" for number, name in enumerate((*graph.inputs, *graph.lines))}
        self.ready: dict[Node, str] = {}
        self.rows_made: list[str] = []
        self.grid = GridCode(graph, self.names, self.ready)
        self.row = RowCode(graph, self.names, self.ready)
        self._written: dict[Step, tuple[str, ...]] = {}

    def of(self, step: Step) -> tuple[str, ...]:
        """The statements of a step."""
        if step not in self._written:
            self._written[step] = tuple(self._step(step))
        return self._written[step]

    def _step(self, step: Step) -> Iterator[str]:
        if isinstance(step, Vector):
            yield from self._room((step.line,))
            yield self._vector(step.line)
            return
        lines = step_lines((step,))
        loops = [step] if isinstance(step, Loop) else [inner for inner in step.steps if isinstance(inner, Loop)]
        self.row.moving = [name for name in lines if not self._is_series(name)]
        yield from self._room(lines)
        yield from self._computed_first(lines, in_rows=bool(loops))
        statements = list(self._loop(step) if isinstance(step, Loop) else self._solve(step))
        yield from (f"{variable} = {how}" for variable, how in self.row.needs.items())
        yield from statements
        if made := [*self.ready.values(), *self.rows_made, *self.row.needs]:
            yield f"del {', '.join(made)}"
        self.ready.clear()
        self.rows_made.clear()
        self.row.needs.clear()

    def _room(self, lines: Collection[str]) -> Iterator[str]:
        """Arrays for the series among some lines, as wide as the widest of what the lines read from elsewhere."""
        read = dict.fromkeys(node.name for name in lines for node in self._named_in(name))
        widths = ", ".join(f"{self.names[name]}.shape[-1]" for name in read if name not in lines)
        yield f"width = max(1, {widths})" if widths else "width = 1"
        for name in lines:
            if self._is_series(name):
                yield f"{self.names[name]} = run.series(periods, width)"

    def _named_in(self, name: str) -> Iterator[Input | Reference]:
        line = self.graph.lines[name]
        for formula in (line.expression, *(() if line.guess is None else (line.guess,))):
            yield from (node for node in formula.walk() if isinstance(node, (Input, Reference)))

    def _is_series(self, name: str) -> bool:
        return self.graph.lines[name].shape is Shape.SERIES

    def _computed_first(self, lines: Collection[str], *, in_rows: bool) -> Iterator[str]:
        """What formulas compute from other lines than these: once, over all periods, before these are computed."""
        for name in lines:
            for node in self._independent(self.graph.lines[name].expression, frozenset(lines)):
                variable = f"h{len(self.ready)}"
                yield f"{variable} = {self.grid.visit(node)}"
                self.ready[node] = variable
                if in_rows:
                    series = is_series(self.graph, node)
                    rows = f"[None, *run.rows({variable}, width)]" if series else f"run.wide({variable}, width)"
                    yield f"{variable}_ = {rows}"
                    self.rows_made.append(f"{variable}_")

    def _independent(self, node: Node, lines: frozenset[str]) -> Iterator[Node]:
        """The largest parts of a formula that compute something and read none of some lines."""
        if node in self.ready or isinstance(node, (Constant, Input, Reference, Previous, Following)):
            return
        read = [part for part in node.walk() if isinstance(part, (Input, Reference))]
        if any(part.name in lines for part in read):
            for child in node.children:
                yield from self._independent(child, lines)
        elif read:
            yield node

    def _vector(self, name: str) -> str:
        expression, variable = self.graph.lines[name].expression, self.names[name]
        if self._is_series(name):
            return self.grid.assigned(variable, expression)
        return f"{variable} = run.single({self.grid.visit(expression)})"

    def _loop(self, loop: Loop) -> Iterator[str]:
        yield f"for t in range({'1, periods + 1' if loop.forward else 'periods, 0, -1'}):"
        for name in loop.lines:
            yield from _indented([self.row.assigned(self.names[name], self.graph.lines[name].expression)])

    def _solve(self, block: Solve) -> Iterator[str]:
        """Passes until the solved lines of every scenario stay."""
        solved = {self.names[name]: self.graph.lines[name] for name in block.solved}
        for variable, line in solved.items():
            assert line.guess is not None
            yield f"{variable} = np.full(width, {self.grid.visit(line.guess)})"
        yield f"search = FixedPoint({block.solved!r}, width)"
        yield "while True:"
        yield from _indented(self._pass(block))
        tried = ", ".join(solved)
        found = ", ".join(self.grid.visit(line.expression) for line in solved.values())
        yield f"    if search.settled([{tried}], [{found}]): break"
        yield f"    [{tried}] = search.following"
        yield "passes = max(passes, search.passes)"

    def _pass(self, block: Solve) -> Iterator[str]:
        for step in block.steps:
            if isinstance(step, Vector):
                yield self._vector(step.line)
            elif isinstance(step, Loop):
                yield from self._computed_first(step.lines, in_rows=True)
                yield from self._loop(step)
