"""Running the tasks of a portfolio that are not done yet: here, or by several processes of this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool

from finmodel.analysis.portfolio.ledger import Ledger, Task
from finmodel.analysis.portfolio.tasks import DealPlan, Found, run_task
from finmodel.analysis.worker_pool import as_they_finish
from finmodel.errors import FinmodelError

__all__ = ["LostWorkersError", "Progress", "Worked", "run_here", "run_ledger", "run_processes"]

Worked = Iterator[tuple[Task, Found]]
Progress = Callable[[int, int], None]

_MOST_LOSSES = 3
"""Times in a row that workers may die with nothing done between; then something is wrong with the machine."""
_DEALS: dict[str, DealPlan] = {}
"""In a worker: the deals it works on, given to it once at its start."""


class LostWorkersError(FinmodelError):
    """Workers die again and again."""


def run_ledger(
    deals: Mapping[str, DealPlan],
    ledger: Ledger,
    work: Callable[[Mapping[str, DealPlan], Sequence[Task]], Worked],
    progress: Progress | None = None,
) -> None:
    """Every task that is not done yet, entered as soon as it is there; ``work`` says by whom.

    What is entered stays entered, whatever becomes of workers or of this process. Where workers are lost, what is
    missing is given out anew. Raises ``LostWorkersError`` where that happens again and again.
    """
    told = progress or (lambda done, of: None)
    told(ledger.done, ledger.tasks)
    losses = 0
    while missing := ledger.missing:
        try:
            for task, found in work(deals, missing):
                ledger.enter(task, found)
                told(ledger.done, ledger.tasks)
        except (BrokenProcessPool, ConnectionError) as error:
            losses = losses + 1 if len(ledger.missing) == len(missing) else 0
            if losses >= _MOST_LOSSES:
                what = f"Workers were lost {losses} times in a row with nothing done between"
                raise LostWorkersError(f"{what}; what is done is kept, go on with --resume.") from error


def run_here(deals: Mapping[str, DealPlan], tasks: Iterable[Task]) -> Worked:
    """The tasks one after the other in this process."""
    return ((task, run_task(deals[task[0]], task[1])) for task in tasks)


def run_processes(jobs: int) -> Callable[[Mapping[str, DealPlan], Sequence[Task]], Worked]:
    """Tasks by so many processes, as they finish; at most two a worker wait, so that an interruption ends soon."""

    def run(deals: Mapping[str, DealPlan], tasks: Sequence[Task]) -> Worked:
        needed = {name: deals[name] for name in dict.fromkeys(deal for deal, _ in tasks)}
        return as_they_finish(tasks, _task, jobs, _given, needed)

    return run


def _given(deals: Mapping[str, DealPlan]) -> None:
    _DEALS.clear()
    _DEALS.update(deals)


def _task(task: Task) -> Found:
    return run_task(_DEALS[task[0]], task[1])
