"""The command as a user starts it: a new process each time, from the shell prompt to the last file written."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.timing import taking_turns

__all__ = ["command_seconds"]


def _start(*arguments: str) -> None:
    """Starts Python with the arguments and waits; what it prints is shown only if it fails."""
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")


def command_seconds(case: Path, *, rounds: int = 5) -> dict[str, list[float]]:
    """Seconds of a whole ``finmodel run``, of ``finmodel --help``, and of Python starting to do nothing."""
    with tempfile.TemporaryDirectory() as folder:
        return taking_turns(
            {
                "run": lambda: _start("-m", "finmodel", "run", str(case), "--out", folder),
                "help": lambda: _start("-m", "finmodel", "--help"),
                "nothing": lambda: _start("-c", "pass"),
            },
            rounds=rounds,
        )
