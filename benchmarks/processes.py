"""The same work shared by processes, each prepared before the clock starts."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

__all__ = ["shared"]


@contextmanager
def shared(work: Callable[[int], object], *, count: int, processes: int = 2) -> Iterator[Callable[[], None]]:
    """A function that has ``work`` done ``count`` times, shared by processes that have each done their part before."""
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn")) as pool:
        parts = [count * (number + 1) // processes - count * number // processes for number in range(processes)]

        def together() -> None:
            list(pool.map(work, parts))

        together()
        yield together
