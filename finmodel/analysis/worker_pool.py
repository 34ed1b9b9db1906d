"""Work given to several processes of this machine, taken from them as it is finished."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from typing import TypeVar

__all__ = ["as_they_finish"]

Task = TypeVar("Task")
Found = TypeVar("Found")
Shared = TypeVar("Shared")


def as_they_finish(
    tasks: Iterable[Task], work: Callable[[Task], Found], jobs: int, given: Callable[[Shared], None], shared: Shared
) -> Iterator[tuple[Task, Found]]:
    """Each task with what ``work`` finds, in no order; every worker begins with ``given(shared)``.

    At most two tasks a worker wait at a time, so that an interruption ends soon and memory stays small. All that is
    passed on must be picklable. Raises ``BrokenProcessPool`` where a worker dies, after what others finished before.
    """
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(given, shared))
    waiting: dict[Future[Found], Task] = {}
    left = iter(tasks)
    try:
        while True:
            for task in left:
                waiting[pool.submit(work, task)] = task
                if len(waiting) >= 2 * jobs:
                    break
            if not waiting:
                return
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            # A broken pool breaks all that waits; what some finished before is taken first.
            for future in sorted(done, key=lambda each: each.exception() is not None):
                yield waiting.pop(future), future.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin(given: Callable[[Shared], None], shared: Shared) -> None:
    # An interruption from the keyboard reaches all processes; the first of them ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    given(shared)
