"""Steps put into stages: all series of a stage are computed in one loop over the periods, row by row.

A line that is read in the same period or in the period before can share its reader's loop, and then needs no more
than a row or two of memory; a line that is read whole, or in a later period, must be finished a stage earlier.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from finmodel.expr.graph import Graph
from finmodel.expr.line import Shape
from finmodel.expr.order import Edge, Loop, Solve, Step, Vector, step_lines

__all__ = ["Stage", "staged"]

_LATER = frozenset({Edge.AFTER, Edge.WHOLE})


@dataclass(slots=True)
class Stage:
    """What is computed together: single values first, then the loop, then what needs loops of its own."""

    scalars: list[str] = field(default_factory=list)
    forward: list[str] = field(default_factory=list)
    apart: list[Loop | Solve] = field(default_factory=list)

    def loops(self) -> Iterator[tuple[str, ...]]:
        """The series of each loop of the stage, those inside of solved blocks left out."""
        yield tuple(self.forward)
        yield from (step.lines for step in self.apart if isinstance(step, Loop))


def staged(graph: Graph, steps: Sequence[Step], wanted: Collection[str]) -> list[Stage]:
    """The stages of those steps that compute any of the wanted lines."""
    plan = _Plan(graph, [step for step in steps if not set(wanted).isdisjoint(step_lines((step,)))])
    return plan.stages()


class _Plan:
    def __init__(self, graph: Graph, steps: Sequence[Step]) -> None:
        self.graph = graph
        self.steps = steps
        self.lines = [step_lines((step,)) for step in steps]
        self.step_of = {name: number for number, lines in enumerate(self.lines) for name in lines}
        self.reads = [dict(self._reads(number)) for number in range(len(steps))]

    def stages(self) -> list[Stage]:
        levels: list[int] = []
        for reads in self.reads:
            levels.append(max((levels[other] + gap for other, gap in reads.items()), default=0))
        self._sink(levels)
        stages = [Stage() for _ in range(max(levels, default=-1) + 1)]
        for step, level in zip(self.steps, levels, strict=True):
            if isinstance(step, Vector):
                stage = stages[level]
                (stage.forward if self._is_series(step.line) else stage.scalars).append(step.line)
            elif isinstance(step, Loop) and step.forward:
                stages[level].forward.extend(step.lines)
            else:
                stages[level].apart.append(step)
        return stages

    def _reads(self, number: int) -> Iterator[tuple[int, int]]:
        """The earlier steps that a step reads, and by how many stages they must come before it."""
        gaps: dict[int, int] = {}
        for name in self.lines[number]:
            for read, edges in self.graph.read_by(name).items():
                other = self.step_of.get(read, number)
                if other < number:
                    gaps[other] = max(gaps.get(other, 0), self._gap(number, other, read, edges))
        yield from gaps.items()

    def _gap(self, number: int, other: int, read: str, edges: Collection[Edge]) -> int:
        if self._apart(other):
            return 1
        if not self._is_series(read):
            return 0
        return int(self._apart(number) or not self._is_series(self.lines[number][-1]) or not _LATER.isdisjoint(edges))

    def _sink(self, levels: list[int]) -> None:
        """Moves a series that is read in a later stage only into that stage, if less has to be kept that way."""
        readers: list[list[tuple[int, int]]] = [[] for _ in self.steps]
        for number, reads in enumerate(self.reads):
            for other, gap in reads.items():
                readers[other].append((number, gap))
        for number in reversed(range(len(self.steps))):
            latest = min((levels[reader] - gap for reader, gap in readers[number]), default=levels[number])
            if latest > levels[number] and not self._apart(number) and self._kept_more(number, levels) <= 1:
                levels[number] = latest

    def _kept_more(self, number: int, levels: Sequence[int]) -> int:
        """How many series of the step's stage would have to be kept for it if it came later."""
        return sum(
            levels[other] == levels[number] and self._is_series(self.lines[other][-1]) for other in self.reads[number]
        )

    def _apart(self, number: int) -> bool:
        step = self.steps[number]
        return isinstance(step, Solve) or (isinstance(step, Loop) and not step.forward)

    def _is_series(self, name: str) -> bool:
        return self.graph.lines[name].shape is Shape.SERIES
