"""Running the tasks of a portfolio on a Dask cluster: deals travel once to each worker, results come back by task."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from finmodel.analysis.portfolio.ledger import Task
from finmodel.analysis.portfolio.tasks import DealPlan, Found, run_task
from finmodel.analysis.portfolio.workers import Worked
from finmodel.errors import MissingExtraError, UsageError

__all__ = ["check_cluster", "run_cluster"]

_ROOT = Path(__file__).parents[2]
"""Where the program's source is."""
_TIMEOUT = "15s"
_PER_WORKER = 4
"""Tasks that wait for each worker at a time."""


def run_cluster(address: str) -> Callable[[Mapping[str, DealPlan], Sequence[Task]], Worked]:
    """Tasks by the workers of the scheduler at an address, as they finish.

    Dask does the tasks of a lost worker again by the others; a result is taken once, by its task. Workers need the
    same program. Raises ``MissingExtraError`` without Dask, ``UsageError`` where nobody answers.
    """
    check_cluster()

    def run(deals: Mapping[str, DealPlan], tasks: Sequence[Task]) -> Worked:
        client = _connected(address)
        try:
            _same_program(client, address)
            yield from _as_they_finish(client, deals, tasks)
        finally:
            with suppress(Exception):
                client.close()

    return run


def check_cluster() -> None:
    """Nothing if there is Dask; else ``MissingExtraError``."""
    if find_spec("distributed") is None:
        raise MissingExtraError("A Dask cluster needs an extra that is not installed: pip install finmodel[cluster]")


def _connected(address: str) -> Any:
    distributed = import_module("distributed")
    try:
        client = distributed.Client(address, timeout=_TIMEOUT, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        what = f"No Dask scheduler answers at {address} ({type(error).__name__})"
        raise UsageError(f"{what}; start one (dask scheduler, dask worker {address}), or use --jobs.") from error
    if not client.scheduler_info()["workers"]:
        try:
            client.wait_for_workers(1, timeout=_TIMEOUT)
        except TimeoutError as error:
            client.close()
            raise UsageError(f"The scheduler at {address} has no workers; start some: dask worker {address}") from error
    return client


def _same_program(client: Any, address: str) -> None:
    """``UsageError`` where a worker does not run this very program: its numbers would be others."""
    answers = client.run(_program, on_error="return").values()
    theirs = {answer for answer in answers if isinstance(answer, str)}
    if not theirs:
        what = f"The workers at {address} cannot run this program ({'; '.join(map(str, answers))})"
        raise UsageError(f"{what}; install finmodel beside them.")
    if theirs != {_program()}:
        raise UsageError(f"Workers at {address} run another version of this program; start them anew from this one.")


def _program() -> str:
    """What the source of this program comes to: the same here and there, or the numbers may differ."""
    digest = hashlib.sha256()
    for path in sorted(_ROOT.rglob("*.py")):
        digest.update(path.relative_to(_ROOT).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def _as_they_finish(client: Any, deals: Mapping[str, DealPlan], tasks: Iterable[Task]) -> Worked:
    """At most a few tasks a worker are out at a time; the bytes of a deal are a task too, and so can be remade."""
    as_completed = import_module("distributed").as_completed
    left = iter(tasks)
    held: dict[str, Any] = {}
    names: dict[str, Task] = {}

    def given(count: int) -> list[Any]:
        return [_submitted(client, deals[task[0]], task, held, names) for task in islice(left, count)]

    workers = max(len(client.scheduler_info()["workers"]), 1)
    out = as_completed(given(_PER_WORKER * workers), loop=client.loop)
    for future in out:
        task = names.pop(future.key)
        yield task, _result(future)
        for more in given(1):
            out.add(more)


def _submitted(client: Any, deal: DealPlan, task: Task, held: dict[str, Any], names: dict[str, Task]) -> Any:
    if deal.name not in held:
        held[deal.name] = client.submit(_kept, pickle.dumps(deal), key=f"deal-{deal.key}", pure=True)
    key = f"task-{deal.key}-{task[1]}"
    names[key] = task
    return client.submit(_task, held[deal.name], task[1], key=key, pure=True, retries=3)


def _result(future: Any) -> Found:
    """What a task found; a task that was lost with its worker more often than Dask allows is missing, not wrong."""
    distributed = import_module("distributed")
    try:
        found: Found = future.result()
    except (distributed.scheduler.KilledWorker, distributed.client.FutureCancelledError) as error:
        raise ConnectionError(str(error)) from error
    return found


def _kept(plan: bytes) -> bytes:
    return plan


@lru_cache(maxsize=64)
def _read(plan: bytes) -> DealPlan:
    deal: DealPlan = pickle.loads(plan)  # noqa: S301 - made by the same run, a moment ago
    return deal


def _task(plan: bytes, chunk: int) -> Found:
    return run_task(_read(plan), chunk)
