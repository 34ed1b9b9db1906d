"""Workers: whoever does the tasks and whatever becomes of them, each task is entered once with the same bits."""

import multiprocessing
import os
import signal
from collections.abc import Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from finmodel.analysis.portfolio.ledger import Ledger, Task
from finmodel.analysis.portfolio.tasks import DealPlan
from finmodel.analysis.portfolio.workers import LostWorkersError, Worked, run_here, run_ledger, run_processes
from tests.analysis.portfolio.planned import plans
from tests.pools import SMALL_FACTORS

FOUND = {"cfads": np.ones((1, 1))}
Deals = Mapping[str, DealPlan]


def test_a_worker_that_is_lost_again_and_again_ends_the_run_and_keeps_what_is_done(tmp_path: Path) -> None:
    ledger, given = Ledger(tmp_path, {"a": "key"}, 3), []

    def lost(deals: Deals, tasks: Sequence[Task]) -> Worked:
        given.append(list(tasks))
        if len(tasks) == 3:
            yield tasks[0], FOUND
        raise BrokenProcessPool

    with pytest.raises(LostWorkersError, match="lost 3 times in a row with nothing done between"):
        run_ledger({}, ledger, lost)
    assert given == [[("a", 0), ("a", 1), ("a", 2)]] + [[("a", 1), ("a", 2)]] * 3
    assert ledger.done == 1


def test_what_is_lost_is_given_out_again_and_what_comes_twice_counts_once(tmp_path: Path) -> None:
    ledger, rounds, told = Ledger(tmp_path, {"a": "key"}, 3), [], []

    def flaky(deals: Deals, tasks: Sequence[Task]) -> Worked:
        rounds.append(len(tasks))
        yield tasks[0], FOUND
        yield tasks[0], {"cfads": np.zeros((1, 1))}
        if len(rounds) < 3:
            raise ConnectionError

    run_ledger({}, ledger, flaky, lambda done, of: told.append((done, of)))
    assert rounds == [3, 2, 1]
    assert ledger.missing == []
    assert all(ledger.read(("a", n))["cfads"][0, 0] == 1 for n in range(3))
    assert told[-1] == (3, 3)


def bits(ledger: Ledger) -> list[bytes]:
    return [ledger.read((deal, n))["cfads"].tobytes() for n in range(ledger.chunks) for deal in ("north", "south")]


def chunked(folder: Path, scenarios: int, chunk: int) -> tuple[dict[str, DealPlan], dict[str, str], int]:
    found = {
        name: replace(plan, key=f"{plan.key}/{chunk}", plan=replace(plan.plan, chunk=chunk))
        for name, plan in plans(folder, SMALL_FACTORS, scenarios).items()
    }
    return found, {name: plan.key for name, plan in found.items()}, next(iter(found.values())).plan.chunks


@pytest.mark.slow
def test_a_process_that_is_killed_in_the_middle_changes_no_bit(tmp_path: Path) -> None:
    deals, keys, chunks = chunked(tmp_path, 600, 50)
    alone, killed = Ledger(tmp_path / "alone", keys, chunks), Ledger(tmp_path / "killed", keys, chunks)
    run_ledger(deals, alone, run_here)
    entered: list[int] = []

    def kill_one(done: int, of: int) -> None:
        entered.append(done)
        if done == 3:
            os.kill(multiprocessing.active_children()[0].pid or 0, signal.SIGKILL)

    run_ledger(deals, killed, run_processes(2), kill_one)
    assert bits(killed) == bits(alone)
    assert entered == list(range(killed.tasks + 1))
