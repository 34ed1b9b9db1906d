"""The parts of a simulation that are done: in memory, or chunk by chunk in a folder so that a run can go on later."""

from __future__ import annotations

import errno
import json
import os
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.simulation.chunks import Chunk
from finmodel.arrays import write_arrays
from finmodel.errors import FinmodelError, UsageError

__all__ = ["PARTS", "DiskError", "Parts", "PartsInFolder"]

PARTS = "simulation.parts"
"""The folder of what is done, beside what is written in the end."""
_PLAN = "plan.json"


class DiskError(FinmodelError):
    """What was computed could not be kept."""


class Parts:
    """What is done, in memory."""

    def __init__(self) -> None:
        self._chunks: dict[int, Chunk] = {}

    @property
    def done(self) -> frozenset[int]:
        """The chunks that are done."""
        return frozenset(self._chunks)

    def add(self, number: int, chunk: Chunk) -> None:
        """Keeps a chunk; one that is there already is not kept twice."""
        self._chunks.setdefault(number, chunk)

    def each(self, name: str) -> Iterator[NDArray[Any]]:
        """What every chunk has of a name, in the order of the chunks."""
        return (self._chunks[number][name] for number in sorted(self._chunks))

    def gathered(self, name: str) -> NDArray[Any]:
        """What all chunks have of a name, side by side in the order of the scenarios."""
        return np.concatenate(list(self.each(name)), axis=-1)

    def names(self) -> tuple[str, ...]:
        """What there is of every scenario."""
        return tuple(self._chunks[min(self._chunks)])


class PartsInFolder(Parts):
    """What is done, each chunk a file of its own that appears whole or not at all.

    ``settings`` say which simulation it is; what is there of another one is refused with ``resume``, else removed.
    """

    def __init__(self, folder: Path, key: str, settings: Mapping[str, object], *, resume: bool = False) -> None:
        super().__init__()
        self.folder = folder / PARTS
        self._done: set[int] = set()
        if resume:
            self._check(key, settings)
            self._done = {int(path.stem) for path in self.folder.glob("[0-9]*.npz") if _is_whole(path)}
        else:
            self.remove()
        with self._writing():
            self.folder.mkdir(parents=True, exist_ok=True)
            said = json.dumps({"key": key, **settings}, indent=2, sort_keys=True)
            _replace(self.folder / _PLAN, lambda file: file.write(said.encode()))

    @property
    def done(self) -> frozenset[int]:
        """The chunks that are done."""
        return frozenset(self._done)

    def add(self, number: int, chunk: Chunk) -> None:
        """Keeps a chunk; one that is there already is not kept twice."""
        if number not in self._done:
            with self._writing():
                _replace(self.folder / f"{number:06d}.npz", lambda file: write_arrays(file, chunk.items()))
            self._done.add(number)

    def each(self, name: str) -> Iterator[NDArray[Any]]:
        """What every chunk has of a name, in the order of the chunks."""
        for number in sorted(self._done):
            with np.load(self.folder / f"{number:06d}.npz") as file:
                yield file[name]

    def names(self) -> tuple[str, ...]:
        """What there is of every scenario."""
        with np.load(self.folder / f"{min(self._done):06d}.npz") as file:
            return tuple(file.files)

    def remove(self) -> None:
        """Takes the folder away."""
        for path in self.folder.glob("*") if self.folder.is_dir() else ():
            path.unlink()
        with suppress(FileNotFoundError, NotADirectoryError):
            self.folder.rmdir()

    def _check(self, key: str, settings: Mapping[str, object]) -> None:
        """``UsageError`` where there is nothing to go on with, or something else than what is asked for."""
        try:
            there = json.loads((self.folder / _PLAN).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            raise UsageError(
                f"{self.folder} holds no unfinished simulation; leave --resume out to begin one."
            ) from None
        if there.get("key") == key:
            return
        differing = [
            f"{name} {there.get(name)} there, {value} here"
            for name, value in settings.items()
            if there.get(name) != value
        ]
        what = "; ".join(differing) or "the case or the program has changed since"
        raise UsageError(f"{self.folder} is of another simulation ({what}); leave --resume out to begin anew.")

    def _writing(self) -> _Writing:
        return _Writing(self)


class _Writing:
    """Turns what a disk refuses into a message that says what is kept and how to go on."""

    def __init__(self, parts: PartsInFolder) -> None:
        self._parts = parts

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            full = error.errno == errno.ENOSPC
            why = "the disk is full" if full else (error.strerror or str(error)).lower()
            how = "Make room" if full else "Name a folder that can be written to with --out, or mend this one"
            kept = len(self._parts.done)
            said = f"{kept} chunk{'s' * (kept != 1)} done so far, all kept" if kept else "nothing is done yet"
            raise DiskError(
                f"{self._parts.folder} cannot be written to: {why}; {said}. {how}, then go on with --resume."
            ) from error


def _replace(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    draft = path.with_name(f".{path.name}")
    try:
        with draft.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _is_whole(path: Path) -> bool:
    """Whether a file can be read to its end; what a crash left half written is done again."""
    try:
        with zipfile.ZipFile(path) as file:
            return file.testzip() is None
    except (OSError, zipfile.BadZipFile):
        return False
