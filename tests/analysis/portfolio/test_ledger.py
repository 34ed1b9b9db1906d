"""The ledger: nothing twice, nothing half, nothing of another run, and a full disk loses nothing."""

import errno
from pathlib import Path

import numpy as np
import pytest

from finmodel.analysis.portfolio.ledger import FOLDER, Ledger, LedgerError
from finmodel.errors import UsageError

KEYS = {"a": "key of a", "b": "key of b"}
FOUND = {"cfads": np.arange(6.0).reshape(2, 3), "ok": np.array([True, True, False])}


def test_what_is_entered_is_read_and_is_missing_no_more(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, KEYS, 2)
    assert ledger.missing == [("a", 0), ("b", 0), ("a", 1), ("b", 1)]
    ledger.enter(("b", 0), FOUND)
    assert ledger.missing == [("a", 0), ("a", 1), ("b", 1)]
    assert all((ledger.read(("b", 0))[name] == values).all() for name, values in FOUND.items())


def test_a_task_is_entered_once(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, KEYS, 2)
    ledger.enter(("a", 1), FOUND)
    ledger.enter(("a", 1), {"cfads": np.zeros(1)})
    assert ledger.done == 1
    assert ledger.read(("a", 1))["cfads"].tolist() == FOUND["cfads"].tolist()


def test_a_run_goes_on_with_what_is_whole_and_of_the_same_key(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, KEYS, 2)
    for task in ledger.missing:
        ledger.enter(task, FOUND)
    half = tmp_path / FOLDER / "a" / "000001.npz"
    half.write_bytes(half.read_bytes()[:200])
    again = Ledger(tmp_path, {**KEYS, "b": "another"}, 2, resume=True)
    assert again.missing == [("b", 0), ("a", 1), ("b", 1)]


def test_without_resume_everything_is_done_anew(tmp_path: Path) -> None:
    Ledger(tmp_path, KEYS, 1).enter(("a", 0), FOUND)
    assert Ledger(tmp_path, KEYS, 1).done == 0


def test_there_must_be_something_to_go_on_with(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no unfinished run of a portfolio; leave --resume out to begin one"):
        Ledger(tmp_path, KEYS, 1, resume=True)


def test_a_full_disk_is_told_and_what_is_done_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = Ledger(tmp_path, KEYS, 2)
    ledger.enter(("a", 0), FOUND)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("finmodel.analysis.portfolio.ledger.write_arrays", full)
    with pytest.raises(LedgerError, match=r"the disk is full; what is done \(1 of 4 tasks\) is kept"):
        ledger.enter(("a", 1), FOUND)
    assert Ledger(tmp_path, KEYS, 2, resume=True).missing == [("b", 0), ("a", 1), ("b", 1)]


def test_the_folder_is_taken_away_when_all_is_summed_up(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, KEYS, 1)
    ledger.enter(("a", 0), FOUND)
    ledger.remove()
    assert list(tmp_path.iterdir()) == []
