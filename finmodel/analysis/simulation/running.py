"""Running the chunks of a plan that are not done yet, here or by several processes: none lost, none counted twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool

from finmodel.analysis.simulation.chunks import Chunk, run_chunk
from finmodel.analysis.simulation.parts import Parts
from finmodel.analysis.simulation.plan import Plan
from finmodel.analysis.worker_pool import as_they_finish
from finmodel.errors import FinmodelError

__all__ = ["WorkersLostError", "run_plan"]

_MOST_LOSSES = 3
"""Times in a row that workers may die with nothing done between; then something is wrong with the machine."""

_PLAN: list[Plan] = []
"""In a worker: the plan that it works on, given to it once at its start."""


class WorkersLostError(FinmodelError):
    """Workers die again and again."""


def run_plan(plan: Plan, parts: Parts, *, jobs: int = 1, progress: Callable[[int, int], None] | None = None) -> None:
    """Every chunk that is not done yet, each kept as soon as it is there; ``progress`` is told what is done of all.

    With more than one job, a worker that is killed loses only the chunk it was at, which is done again. An
    interruption leaves what is done in ``parts``. Raises ``WorkersLostError`` where workers die again and again.
    """
    told = progress or (lambda done, of: None)
    told(len(parts.done), plan.chunks)
    for number, chunk in _alone(plan, parts) if jobs == 1 else _together(plan, parts, jobs):
        parts.add(number, chunk)
        told(len(parts.done), plan.chunks)


def _missing(plan: Plan, parts: Parts) -> list[int]:
    return [number for number in range(plan.chunks) if number not in parts.done]


def _alone(plan: Plan, parts: Parts) -> Iterator[tuple[int, Chunk]]:
    return ((number, run_chunk(plan, number)) for number in _missing(plan, parts))


def _together(plan: Plan, parts: Parts, jobs: int) -> Iterator[tuple[int, Chunk]]:
    """Chunks as workers finish them; a pool that has lost a worker is made anew for what is missing."""
    losses = 0
    while missing := _missing(plan, parts):
        before = len(missing)
        try:
            yield from as_they_finish(missing, _chunk, min(jobs, before), _given, plan)
        except BrokenProcessPool:
            losses = losses + 1 if len(_missing(plan, parts)) == before else 0
            if losses >= _MOST_LOSSES:
                raise WorkersLostError(
                    f"Workers died {losses} times in a row with nothing done; is there memory enough? Try --jobs 1."
                ) from None


def _given(plan: Plan) -> None:
    _PLAN[:] = [plan]


def _chunk(number: int) -> Chunk:
    return run_chunk(_PLAN[0], number)
