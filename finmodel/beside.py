"""Work done beside the rest: in a second process where the machine and this process allow it, else in its turn.

Nothing depends on which of the two it is: the work is the same, and so is what it returns or raises.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

__all__ = ["Beside", "has_room", "may_split"]

T = TypeVar("T")

_THREADS = Path("/proc/self/task")


class Beside(Generic[T]):
    """Some work that has begun, if it can go on beside this process; ``result`` waits for it, or does it now.

    What it returns must be picklable. A second process that fails answers nothing, and the work is done again here,
    so that an error is raised where it belongs.
    """

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._answer = _begun(work) if has_room() else None

    def result(self) -> T:
        """What the work returns. Asked for once."""
        found = self._answer.read() if self._answer else b""
        return pickle.loads(found)[0] if found else self._work()  # noqa: S301 - our own process wrote it


def has_room() -> bool:
    """Whether a second process can be split off: on Linux, with two processors, from a process of a single thread."""
    return may_split() and len(list(_THREADS.iterdir())) == 1


def may_split() -> bool:
    """Whether this machine lets a process of a single thread be split, and has a processor to spare."""
    return sys.platform.startswith("linux") and _THREADS.is_dir() and len(os.sched_getaffinity(0)) > 1


class _Answer:
    """The end of the pipe on which a second process answers."""

    def __init__(self, process: int, pipe: int) -> None:
        self._process = process
        self._pipe = pipe

    def read(self) -> bytes:
        """All that it says; nothing if it failed."""
        with os.fdopen(self._pipe, "rb") as pipe:
            found = pipe.read()
        _, status = os.waitpid(self._process, 0)
        return found if status == 0 else b""


def _begun(work: Callable[[], object]) -> _Answer:
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return _Answer(process, reading)
    status = 1
    try:
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump((work(),), pipe, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        # Whatever went wrong is found again, and told, where the answer is asked for.
        os._exit(status)
