"""How far the engine is from the machine: its time against NumPy doing as many operations on the same rows.

Counted are the elements of every ufunc call of a block (calls, sums over periods) that works on rows of scenarios;
choosing, copying and what all scenarios share are not counted, and an exponential counts as one operation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import numpy as np

from benchmarks.scenarios import ScenarioEngine
from finmodel.engines import fixed_point, internal_rate, numpy_batches, numpy_runtime

__all__ = ["operations_per_scenario", "streamed"]

BLOCK = 4096


class _Counter:
    """Counts the elements that ufuncs work on."""

    def __init__(self) -> None:
        self.elements = 0

    def add(self, *arrays: Any) -> None:
        """Counts one operation for each element of the largest array, if it is more than a single number a period."""
        widest = max(arrays, key=np.size)
        if np.ndim(widest) and np.shape(widest)[-1] > 1:
            self.elements += np.size(widest)


class _Ufunc:
    """A ufunc that counts."""

    def __init__(self, ufunc: np.ufunc, counter: _Counter) -> None:
        self._ufunc = ufunc
        self._counter = counter

    def __call__(self, *arrays: Any, **more: Any) -> Any:
        self._counter.add(*arrays)
        return self._ufunc(*arrays, **more)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self._ufunc, name)

        def counted(array: Any, *rest: Any, **more: Any) -> Any:
            self._counter.add(array)
            return method(array, *rest, **more)

        return counted


class _CountingNumpy:
    """NumPy with ufuncs that count."""

    def __init__(self, counter: _Counter) -> None:
        self._counter = counter

    def __getattr__(self, name: str) -> Any:
        found = getattr(np, name)
        return _Ufunc(found, self._counter) if isinstance(found, np.ufunc) else found


@contextmanager
def _counting() -> Iterator[_Counter]:
    counter = _Counter()
    stand_in = _CountingNumpy(counter)
    with (
        patch.multiple(fixed_point, np=stand_in),
        patch.multiple(internal_rate, np=stand_in),
        patch.multiple(numpy_batches, np=stand_in),
        patch.multiple(numpy_runtime, np=stand_in),
    ):
        yield counter


def operations_per_scenario(engine: ScenarioEngine, *, frozen: bool) -> float:
    """The operations on numbers that one scenario takes in a block of ordinary size."""
    with _counting() as counter:
        fresh = engine.anew(many=1)
        fresh.run(BLOCK, frozen=frozen)
        return counter.elements / BLOCK


def streamed(operations: int) -> Callable[[], None]:
    """A job that adds and multiplies, in turn, rows as long as a block in the cache until so many numbers are done."""
    one, other, into = np.full(BLOCK, 1.5), np.full(BLOCK, 0.5), np.empty(BLOCK)

    def job() -> None:
        for _ in range(operations // (2 * BLOCK)):
            np.add(one, other, out=into)
            np.multiply(one, other, out=into)

    return job
