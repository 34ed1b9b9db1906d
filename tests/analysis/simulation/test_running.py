"""Chunks are run here or by workers with the same bits; a worker that is killed loses nothing and doubles nothing."""

import os
import signal
from pathlib import Path

import pytest

from finmodel.analysis.simulation import plan as plans
from finmodel.analysis.simulation import running
from finmodel.analysis.simulation.chunks import Chunk, run_chunk
from finmodel.analysis.simulation.parts import Parts
from finmodel.analysis.simulation.running import WorkersLostError, run_plan
from tests.uncertain_case import plan

MARK = "FINMODEL_TEST_KILLED"


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plans, "CHUNK", 20)


class Counting(Parts):
    """Parts that count how often each chunk comes."""

    def __init__(self) -> None:
        super().__init__()
        self.came: list[int] = []

    def add(self, number: int, chunk: Chunk) -> None:
        """Keeps it."""
        self.came.append(number)
        super().add(number, chunk)


def bits(parts: Parts) -> list[bytes]:
    return [parts.gathered(name).tobytes() for name in parts.names()]


def killed_once(number: int) -> Chunk:
    """Chunk 2 kills its worker the first time."""
    mark = Path(os.environ[MARK])
    if number == 2 and not mark.exists():
        mark.write_text("killed")
        os.kill(os.getpid(), signal.SIGKILL)
    return run_chunk(running._PLAN[0], number)


def killed_always(number: int) -> Chunk:
    """Every chunk kills its worker."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError(number)


def test_only_what_is_missing_is_run_and_told() -> None:
    made, parts, told = plan(scenarios=70), Parts(), []
    parts.add(1, run_chunk(made, 1))
    run_plan(made, parts, progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.slow
def test_two_workers_one_of_them_killed_give_the_bits_of_one_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, alone, together = plan(scenarios=110), Parts(), Counting()
    run_plan(made, alone)
    monkeypatch.setenv(MARK, str(tmp_path / "mark"))
    monkeypatch.setattr(running, "_chunk", killed_once)
    run_plan(made, together, jobs=2)
    assert (tmp_path / "mark").exists()
    assert sorted(together.came) == list(range(6)), "each chunk comes exactly once"
    assert bits(together) == bits(alone)


@pytest.mark.slow
def test_workers_that_die_again_and_again_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "_MOST_LOSSES", 1)
    monkeypatch.setattr(running, "_chunk", killed_always)
    with pytest.raises(WorkersLostError, match="is there memory enough"):
        run_plan(plan(scenarios=30), Parts(), jobs=2)


def test_an_interruption_leaves_what_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(made: object, number: int) -> Chunk:
        if number == 2:
            raise KeyboardInterrupt
        return run_chunk(made, number)  # type: ignore[arg-type]

    monkeypatch.setattr(running, "run_chunk", interrupted)
    parts = Parts()
    with pytest.raises(KeyboardInterrupt):
        run_plan(plan(scenarios=70), parts)
    assert parts.done == {0, 1}
