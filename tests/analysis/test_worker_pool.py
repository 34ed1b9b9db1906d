"""Work shared out to processes comes back whole, each task once, with what all of them were given."""

from __future__ import annotations

import os
from concurrent.futures.process import BrokenProcessPool

import pytest

from finmodel.analysis.worker_pool import as_they_finish

_GIVEN: list[int] = []


def give(number: int) -> None:
    _GIVEN[:] = [number]


def times_given(task: int) -> int:
    return task * _GIVEN[0]


def die(task: int) -> int:
    os._exit(task)


@pytest.mark.slow
def test_every_task_is_done_once_with_what_workers_were_given() -> None:
    found = list(as_they_finish(range(7), times_given, 2, give, 10))
    assert sorted(found) == [(task, task * 10) for task in range(7)]
    assert not _GIVEN


@pytest.mark.slow
def test_a_worker_that_dies_is_told() -> None:
    with pytest.raises(BrokenProcessPool):
        list(as_they_finish([1], die, 1, give, 1))
