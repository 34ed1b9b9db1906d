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
from finmodel.expr.order import Loop, Solve, Step, Vector, dependencies, step_lines

__all__ = ["program_source"]

_INDENT = "    "


def program_source(graph: Graph, outputs: Collection[str], *, frozen: bool) -> str:
    """The source of ``program(values, periods)``, which returns the arrays of the outputs and the passes it took.

    ``values`` holds the inputs and, with ``frozen``, the freezable lines. Lines that no output depends on are left
    out, and a line's values are let go once nothing more reads them.
    """
    return _Writer(graph, outputs, frozen=frozen).program()


class _Writer:
    """Writes the statements of a program."""

    def __init__(self, graph: Graph, outputs: Collection[str], *, frozen: bool) -> None:
        self.graph = graph
        self.outputs = outputs
        self.all_steps = graph.frozen_steps if frozen else graph.steps
        self.held = frozenset(graph.freezable if frozen else ())
        self.names = {name: f"v{number}" for number, name in enumerate((*graph.inputs, *graph.lines))}
        self.ready: dict[Node, str] = {}
        self.grid = GridCode(graph, self.names, self.ready)
        self.row = RowCode(graph, self.names, self.ready)
        self.text: list[str] = []

    def program(self) -> str:
        needed = self._needed()
        steps = [step for step in self.all_steps if not needed.isdisjoint(step_lines((step,)))]
        self._write(0, "def program(values, periods):")
        for name in (*self.graph.inputs, *sorted(needed & self.held)):
            self._write(1, f"{self.names[name]} = values[{name!r}]")
        self._write(1, "passes = 0")
        for step, unread in zip(steps, self._unread_after(steps), strict=True):
            self._step(step)
            if unread:
                self._write(1, f"del {', '.join(unread)}")
        found = ", ".join(f"{name!r}: {self.names[name]}" for name in self.outputs)
        self._write(1, f"return {{{found}}}, passes")
        return "\n".join(self.text) + "\n"

    def _write(self, depth: int, statement: str) -> None:
        self.text.append(_INDENT * depth + statement)

    def _reads(self, name: str) -> Iterable[str]:
        return () if name in self.held else dependencies(self.graph.lines[name])

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

    def _step(self, step: Step) -> None:
        """A line on its own, or lines that are computed together: room for them, what they only read, and they."""
        if isinstance(step, Vector):
            if step.line not in self.held:
                self._make_room((step.line,))
                self._vector(1, step.line)
            return
        lines = step_lines((step,))
        loops = [step] if isinstance(step, Loop) else [inner for inner in step.steps if isinstance(inner, Loop)]
        self._make_room(lines)
        self._compute_first(1, lines, {name for loop in loops for name in loop.lines})
        self._prepare_rows(lines, loops)
        if isinstance(step, Loop):
            self._loop(1, step)
        else:
            self._solve(step)
        if self.ready:
            self._write(1, f"del {', '.join(self.ready.values())}")
            self.ready.clear()

    def _make_room(self, lines: Collection[str]) -> None:
        """Arrays for the series among some lines, as wide as the widest of what the lines read from elsewhere."""
        read = {node.name for name in lines for node in self._named_in(name)} - set(lines)
        widths = ", ".join(f"{variable}.shape[-1]" for name, variable in self.names.items() if name in read)
        self._write(1, f"width = max(1, {widths})" if widths else "width = 1")
        for name in lines:
            if self._is_series(name):
                self._write(1, f"{self.names[name]} = run.series(periods, width)")

    def _named_in(self, name: str) -> Iterator[Input | Reference]:
        line = self.graph.lines[name]
        for formula in (line.expression, *(() if line.guess is None else (line.guess,))):
            yield from (node for node in formula.walk() if isinstance(node, (Input, Reference)))

    def _shape(self, name: str) -> Shape:
        return (self.graph.lines.get(name) or self.graph.inputs[name]).shape

    def _is_series(self, name: str) -> bool:
        return self._shape(name) is Shape.SERIES

    def _compute_first(self, depth: int, lines: Collection[str], looped: Collection[str]) -> None:
        """What formulas compute from other lines than these: once, over all periods, before these are computed."""
        for name in lines:
            for node in self._independent(self.graph.lines[name].expression, frozenset(lines)):
                variable = f"h{len(self.ready)}"
                self._write(depth, f"{variable} = {self.grid.visit(node)}")
                if name in looped and is_series(self.graph, node):
                    self._write(depth, f"{variable}_ = [None, *run.rows({variable}, width)]")
                elif name in looped:
                    self._write(depth, f"{variable}_ = run.wide({variable}, width)")
                self.ready[node] = variable

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

    def _prepare_rows(self, lines: Collection[str], loops: Sequence[Loop]) -> None:
        """What the loops read, row by row and in one width."""
        looped = [name for loop in loops for name in loop.lines]
        read = {node.name for name in looped for node in self._named_in(name)} | set(looped)
        self.row.moving = [name for name in lines if not self._is_series(name)]
        for name, variable in self.names.items():
            if name in read and self._is_series(name):
                self._write(1, f"{variable}_ = run.rows({variable}, width)")
            elif name in read - set(lines) and self._shape(name) is Shape.SCALAR:
                self._write(1, f"{variable}_ = run.wide({variable}, width)")
        formulas = [self.graph.lines[name].expression for name in looped]
        numbers = sorted({0.0, *(n.value for f in formulas for n in f.walk() if isinstance(n, Constant))})
        self.row.constants = {number: f"k{place}" for place, number in enumerate(numbers)}
        for number, variable in self.row.constants.items():
            self._write(1, f"{variable} = np.full(width, {number!r})")

    def _vector(self, depth: int, name: str) -> None:
        expression, variable = self.graph.lines[name].expression, self.names[name]
        if self._is_series(name):
            self._write(depth, self.grid.assigned(variable, expression))
        else:
            self._write(depth, f"{variable} = run.single({self.grid.visit(expression)})")

    def _loop(self, depth: int, loop: Loop) -> None:
        self._write(depth, f"for t in range({'1, periods + 1' if loop.forward else 'periods, 0, -1'}):")
        for name in loop.lines:
            self._write(depth + 1, self.row.assigned(self.names[name], self.graph.lines[name].expression))

    def _solve(self, block: Solve) -> None:
        """Passes until the solved lines of every scenario stay; a scenario that is done is not moved again."""
        solved = {self.names[name]: self.graph.lines[name] for name in block.solved}
        for variable, line in solved.items():
            assert line.guess is not None
            self._write(1, f"{variable} = np.full(width, {self.grid.visit(line.guess)})")
        self._write(1, "done = np.zeros(width, dtype=bool)")
        self._write(1, "for attempt in range(1, MOST_PASSES + 1):")
        for step in block.steps:
            if isinstance(step, Vector):
                self._vector(2, step.line)
            elif isinstance(step, Loop):
                self._compute_first(2, step.lines, step.lines)
                self._loop(2, step)
        for variable, line in solved.items():
            self._write(2, f"{variable}n = {self.grid.visit(line.expression)}")
        settled = " & ".join(f"run.settled({variable}, {variable}n, TOLERANCE)" for variable in solved)
        self._write(2, f"done |= {settled}")
        self._write(2, "if done.all(): break")
        for variable in solved:
            self._write(2, f"{variable} = np.where(done, {variable}, {variable}n)")
        self._write(1, "else:")
        self._write(2, f"raise run.not_settled({block.solved!r}, done, MOST_PASSES)")
        self._write(1, "passes = max(passes, attempt)")
