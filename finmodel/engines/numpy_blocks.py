"""The program for blocks of very many scenarios: what all share is computed once a run, all else in few loops by rows.

The numbers are those of the plain program to the last digit: the same operations, in another arrangement.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from finmodel.engines.numpy_code import GridCode, is_series
from finmodel.engines.numpy_formulas import FormulasOfALoop, FormulasOfSingles
from finmodel.engines.numpy_rows import Body, Buffers, Ref, Singles
from finmodel.engines.numpy_stages import Stage, staged
from finmodel.expr import nodes
from finmodel.expr.graph import Graph
from finmodel.expr.line import Shape
from finmodel.expr.nodes import Input, Node, Reference
from finmodel.expr.order import Edge, Loop, Solve, step_lines

__all__ = ["BlockSource", "block_source"]


@dataclass(frozen=True, slots=True)
class BlockSource:
    """``shared(values, periods)`` makes ``cells`` once a run; ``program(values, cells, room, periods)`` runs a block.

    ``values`` holds all inputs and held lines, and the ``common`` lines, which do not differ between scenarios.
    """

    text: str
    common: tuple[str, ...]


def block_source(graph: Graph, outputs: Collection[str], *, frozen: bool, wide: Collection[str]) -> BlockSource:
    """The program for the outputs where the inputs and held lines in ``wide`` differ between scenarios."""
    return _Blocks(graph, outputs, frozen=frozen, wide=wide).source()


class _Blocks:
    def __init__(self, graph: Graph, outputs: Collection[str], *, frozen: bool, wide: Collection[str]) -> None:
        self.graph = graph
        self.outputs = outputs
        self.held = frozenset(graph.freezable if frozen else ())
        self.steps = graph.frozen_steps if frozen else graph.steps
        self.wide = set(wide)
        self._widen()
        self.needed = self._needed()
        self.names = {name: f"v{number}" for number, name in enumerate((*graph.inputs, *graph.lines))}
        self.singles: dict[str, Ref] = {}
        self.numbers = count()
        self.arrays: set[str] = set()
        self.cells: dict[tuple[str, bool, bool], str] = {}
        self.cell_names: set[str] = set()
        self.loop_of: dict[str, int] = {}
        self.stage_of: dict[str, int] = {}
        self.last: dict[str, int] = {}
        self.kept: set[str] = set()
        self.carried: set[str] = set()
        self.inner: dict[Solve, list[Stage]] = {}
        self.row_buffers, self.flag_buffers = Buffers("b"), Buffers("m")
        self._differing: dict[Node, bool] = {}
        self._series: dict[Node, bool] = {}
        self.grid = GridCode(graph, self.names, {})

    # --- what the formulas ask ---

    def differs(self, node: Node) -> bool:
        if node not in self._differing:
            self._differing[node] = (
                node.name in self.wide
                if isinstance(node, (Input, Reference))
                else any(map(self.differs, node.children))
            )
        return self._differing[node]

    def is_series(self, node: Node) -> bool:
        if node not in self._series:
            self._series[node] = is_series(self.graph, node)
        return self._series[node]

    def shared(self, node: Node, *, flag: bool = False) -> str:
        text = self.grid._condition(node) if flag else self.grid.visit(node)
        key = text, flag, self.is_series(node)
        if key not in self.cells:
            self.cells[key] = f"n{len(self.cells)}"
            self.cell_names |= {part.name for part in node.walk() if isinstance(part, (Input, Reference))}
        return self.cells[key]

    def single(self, name: str) -> Ref:
        return self.singles.get(name, self.names[name])

    def whole(self, name: str) -> str:
        self.arrays.add(name)
        return self.names[name]

    def rows(self, name: str) -> str:
        return f"{self.names[name]}_"

    # --- what is needed, and for how long ---

    def _widen(self) -> None:
        """Lets every line differ that reads what differs; lines that are computed together do so together."""
        for step in self.steps:
            lines = [name for name in step_lines((step,)) if name not in self.held]
            if any(not self.wide.isdisjoint(_named(self.graph, name)) for name in lines):
                self.wide.update(lines)

    def _needed(self) -> set[str]:
        needed: set[str] = set()
        waiting = list(self.outputs)
        while waiting:
            name = waiting.pop()
            if name not in needed:
                needed.add(name)
                if name not in self.held:
                    waiting.extend(self.graph.read_by(name))
        return needed

    def _places(self, stages: Sequence[Stage], top: int | None = None) -> None:
        """Notes for each line the stage of the program and the loop in which it is computed."""
        for number, stage in enumerate(stages):
            at = number if top is None else top
            for loop in stage.loops():
                self.loop_of.update(dict.fromkeys(loop, next(self.numbers)))
            self.stage_of.update(dict.fromkeys((*stage.scalars, *stage.forward, *step_lines(stage.apart)), at))
            for step in stage.apart:
                if isinstance(step, Solve):
                    self._places(self._inner(step), at)

    def _keep(self) -> None:
        """Finds the series that need all their rows, those that need two, and the last stage that reads each."""
        self.kept = {name for name in self.outputs if name in self.loop_of}
        for name, stage in self.stage_of.items():
            for read, edges in self.graph.read_by(name).items():
                if read not in self.loop_of:
                    continue
                self.last[read] = max(self.last.get(read, 0), stage)
                if Edge.WHOLE in edges or self.loop_of[read] != self.loop_of.get(name):
                    self.kept.add(read)
                elif edges != {Edge.NOW}:
                    self.carried.add(read)
            for node in self.graph.lines[name].expression.walk():
                if isinstance(node, nodes.Earlier) and isinstance(node.series, Reference):
                    self.kept.add(node.series.name)
        self.kept &= self.loop_of.keys()

    def _inner(self, solve: Solve) -> list[Stage]:
        if solve not in self.inner:
            self.inner[solve] = staged(self.graph, solve.steps, step_lines(solve.steps))
        return self.inner[solve]

    # --- the text ---

    def source(self) -> BlockSource:
        """The two functions, and the lines that the first of them reads or that are outputs and do not differ."""
        computed = (self.needed & self.wide) - self.held
        stages = staged(self.graph, self.steps, computed)
        self._places(stages)
        self._keep()
        body = list(self._stages(stages, top=True))
        outputs = [name for name in self.outputs if name in self.wide]
        found = ", ".join(f"{name!r}: {self._output(name)}" for name in outputs)
        program = [
            *(f"{self.names[name]} = values[{name!r}]" for name in self._given()),
            *(f"{self.names[name]}_ = room.given({self.names[name]})" for name in self._given() if self._listed(name)),
            *self._whole_inputs(),
            "width, passes = room.width, 0",
            *self._unpacked(self.row_buffers, "rows"),
            *self._unpacked(self.flag_buffers, "flags"),
            *body,
            f"return {{{found}}}, passes",
        ]
        cells = ", ".join(f"run.{'each' if series else 'one'}({text})" for text, _, series in self.cells)
        shared = [
            *(f"{self.names[name]} = values[{name!r}]" for name in sorted(self.cell_names)),
            f"return [{cells}]",
        ]
        if self.cells:
            program.insert(0, f"[{', '.join(self.cells.values())}] = cells")
        lines = [
            "def shared(values, periods):", *_indented(shared),
            "def program(values, cells, room, periods):", *_indented(program), "",
        ]  # fmt: skip
        read = self.cell_names | (self.arrays - self.wide) | set(self.outputs)
        common = tuple(n for n in self.graph.lines if n in read and n not in self.wide and n not in self.held)
        return BlockSource("\n".join(lines), common)

    def _given(self) -> list[str]:
        """What the program is given and reads: inputs, held lines and lines that do not differ, by whole arrays."""
        differing = [name for name in (*self.graph.inputs, *sorted(self.held & self.needed)) if name in self.wide]
        return [*differing, *sorted(self.arrays - self.wide)]

    def _listed(self, name: str) -> bool:
        return name in self.wide and self._shape(name) is not Shape.SCALAR

    def _whole_inputs(self) -> Iterator[str]:
        for name in self._given():
            if self._listed(name) and name in self.arrays:
                yield f"{self.names[name]} = run.padded({self.names[name]})"

    def _shape(self, name: str) -> Shape:
        return (self.graph.inputs.get(name) or self.graph.lines[name]).shape

    def _output(self, name: str) -> str:
        if self.graph.lines[name].shape is Shape.SERIES:
            return f"run.padded({self.names[name]})" if name in self.held else self.names[name]
        return f"run.wide({self.single(name)}, width)"

    def _unpacked(self, buffers: Buffers, kind: str) -> Iterator[str]:
        if buffers.count:
            names = ", ".join(f"{buffers.letter}{number}" for number in range(buffers.count))
            yield f"[{names}] = room.{kind}({buffers.count})"

    def _stages(self, stages: Sequence[Stage], *, top: bool) -> Iterator[str]:
        for number, stage in enumerate(stages):
            if top:
                yield from self._room(number)
            before = Singles(self.numbers)
            singles = FormulasOfSingles(self, before)
            for name in stage.scalars:
                self.singles[name] = singles.visit(self.graph.lines[name].expression)
            statements = list(self._loop(stage.forward, singles, forward=True)) if stage.forward else []
            for step in stage.apart:
                if isinstance(step, Loop):
                    statements += self._loop(step.lines, singles, forward=False)
                else:
                    statements += self._solve(step, singles)
            yield from before.statements
            yield from statements
            if top:
                yield from self._let_go(number)

    def _room(self, stage: int) -> Iterator[str]:
        for name, number in self.stage_of.items():
            if number == stage and name in self.kept:
                yield f"{self.names[name]}, {self.names[name]}_ = room.series()"

    def _let_go(self, stage: int) -> Iterator[str]:
        for name, last in self.last.items():
            if last == stage and name in self.kept and name not in self.outputs:
                yield f"room.give({self.names[name]}, {self.names[name]}_)"

    def _loop(self, lines: Sequence[str], singles: FormulasOfSingles, *, forward: bool) -> Iterator[str]:
        body = Body()
        formulas = FormulasOfALoop(self, body, singles, forward=forward)
        taken: list[str] = []
        for name in lines:
            value = formulas.visit(self.graph.lines[name].expression)
            if name in self.kept or name in self.carried:
                body.keep(value, formulas.place_of(name))
                if name not in self.kept:
                    taken += (self.row_buffers.take(), self.row_buffers.take())
                    yield f"{self.names[name]}_ = room.alternating({taken[-2]}, {taken[-1]})"
            formulas.values[name] = value
        statements = list(body.lines(self.row_buffers, self.flag_buffers))
        for name in taken:
            self.row_buffers.give(name)
        items = "".join(f", {item}" for item in formulas.walked)
        along = "".join(f", {rows}" for rows in formulas.walked.values())
        yield f"for t{items} in zip(range({'1, periods + 1' if forward else 'periods, 0, -1'}){along}):"
        yield from _indented(statements or ["pass"])

    def _solve(self, block: Solve, singles: FormulasOfSingles) -> Iterator[str]:
        solved = {self.names[name]: self.graph.lines[name] for name in block.solved}
        for variable, line in solved.items():
            assert line.guess is not None
            yield f"{variable} = np.full(width, {singles.visit(line.guess)})"
        yield f"search = FixedPoint({block.solved!r}, width)"
        yield "while True:"
        yield from _indented(self._stages(self._inner(block), top=False))
        after = Singles(self.numbers)
        formulas = FormulasOfSingles(self, after)
        found = ", ".join(str(formulas.visit(line.expression)) for line in solved.values())
        yield from _indented(after.statements)
        tried = ", ".join(solved)
        yield f"    if search.settled([{tried}], [{found}]): break"
        yield f"    [{tried}] = search.following"
        yield "passes = max(passes, search.passes)"


def _named(graph: Graph, name: str) -> set[str]:
    """The inputs and lines that a line's formula and its guess name."""
    line = graph.lines[name]
    formulas = (line.expression, *(() if line.guess is None else (line.guess,)))
    return {node.name for formula in formulas for node in formula.walk() if isinstance(node, (Input, Reference))}


def _indented(statements: Iterable[str]) -> Iterator[str]:
    return (f"    {statement}" for statement in statements)
