"""The ledger of a portfolio run: what is done, by deal and chunk; nothing can be entered twice, nothing half."""

from __future__ import annotations

import errno
import json
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.portfolio.tasks import Found
from finmodel.arrays import write_arrays
from finmodel.errors import FinmodelError, UsageError

__all__ = ["Ledger", "LedgerError", "Task"]

Task = tuple[str, int]
"""A deal, and a chunk of scenarios counted from 0."""

FOLDER = "portfolio.parts"
"""The folder of what is done, beside what is written in the end."""
_PLAN = "plan.json"


class LedgerError(FinmodelError):
    """What was computed could not be kept."""


class Ledger:
    """Results by task, each a file of its own that appears whole or not at all, below a folder.

    ``keys`` say for each deal what its numbers depend on. With ``resume``, what is there under the same key is kept and
    the rest of the folder's is done anew; without, everything is.
    """

    def __init__(self, folder: Path, keys: Mapping[str, str], chunks: int, *, resume: bool = False) -> None:
        self.folder, self.chunks, self._deals = folder / FOLDER, chunks, tuple(keys)
        before = self._stated() if resume else {}
        self._done: set[Task] = set()
        self._writing(self._clear, {name for name, key in keys.items() if before.get(name) == key})
        self._writing(self._begin, keys)

    def _stated(self) -> Mapping[str, str]:
        try:
            found = json.loads((self.folder / _PLAN).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            what = f"{self.folder} holds no unfinished run of a portfolio"
            raise UsageError(f"{what}; leave --resume out to begin one.") from None
        return dict(found)

    def _clear(self, kept: Iterable[str]) -> None:
        """Takes away what is of another run, and finds what is done."""
        kept = set(kept)
        for path in sorted(self.folder.glob("*/*.npz")) if self.folder.is_dir() else ():
            task = (path.parent.name, int(path.stem)) if path.stem.isdigit() else None
            if task is not None and task[0] in kept and task[1] < self.chunks and _is_whole(path):
                self._done.add(task)
            else:
                path.unlink()

    def _begin(self, keys: Mapping[str, str]) -> None:
        for name in keys:
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        draft = self.folder / f".{_PLAN}"
        draft.write_text(json.dumps(dict(keys), indent=2, sort_keys=True), encoding="utf-8")
        draft.replace(self.folder / _PLAN)

    @property
    def missing(self) -> list[Task]:
        """The tasks that are not done, chunk by chunk in the order of the deals."""
        return [(deal, n) for n in range(self.chunks) for deal in self._deals if (deal, n) not in self._done]

    @property
    def done(self) -> int:
        """How many tasks are done."""
        return len(self._done)

    @property
    def tasks(self) -> int:
        """How many tasks there are."""
        return self.chunks * len(self._deals)

    def enter(self, task: Task, found: Found) -> None:
        """Keeps what a task found; a task that is there already is not entered twice."""
        if task not in self._done:
            self._writing(self._enter, task, found)
            self._done.add(task)

    def _enter(self, task: Task, found: Found) -> None:
        path = self._path(task)
        draft = path.with_name(f".{path.name}")
        try:
            with draft.open("wb") as file:
                write_arrays(file, found.items())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)

    def _writing(self, work: object, *arguments: object) -> None:
        try:
            work(*arguments)  # type: ignore[operator]
        except OSError as error:
            why = "the disk is full" if error.errno == errno.ENOSPC else (error.strerror or str(error)).lower()
            kept = f"what is done ({self.done} of {self.tasks} tasks) is kept"
            raise LedgerError(f"{self.folder} cannot be written to: {why}; {kept}. Go on with --resume.") from error

    def read(self, task: Task) -> dict[str, NDArray[np.generic]]:
        """What a task found."""
        with np.load(self._path(task)) as file:
            return {name: file[name] for name in file.files}

    def remove(self) -> None:
        """Takes the folder away."""
        for path in sorted(self.folder.rglob("*"), reverse=True) if self.folder.is_dir() else ():
            path.rmdir() if path.is_dir() else path.unlink()
        if self.folder.is_dir():
            self.folder.rmdir()

    def _path(self, task: Task) -> Path:
        return self.folder / task[0] / f"{task[1]:06d}.npz"


def _is_whole(path: Path) -> bool:
    """Whether a file can be read to its end; what a crash left half written is done again."""
    try:
        with zipfile.ZipFile(path) as file:
            return file.testzip() is None
    except (OSError, zipfile.BadZipFile):
        return False
