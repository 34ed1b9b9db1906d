"""The same work shared by two processes, each prepared before the clock starts."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

__all__ = ["shared"]


@contextmanager
def shared(work: Callable[[int], object], *, count: int) -> Iterator[Callable[[], None]]:
    """A function that runs ``work(count // 2)`` in each of two processes at once; both have run it before."""
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:

        def both() -> None:
            list(pool.map(work, [count // 2, count - count // 2]))

        both()
        yield both
