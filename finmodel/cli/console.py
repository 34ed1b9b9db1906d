"""What the command line says: results on standard output, messages on standard error, colour only for people."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

__all__ = ["coloured", "say", "warn"]

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}


def say(text: str = "") -> None:
    """A line of results on standard output; a reader that has gone away is no error."""
    _write(sys.stdout, text)


def warn(text: str) -> None:
    """A message on standard error."""
    _write(sys.stderr, text)


def coloured(text: str, *styles: str) -> str:
    """The text in the given styles where a person reads it on a terminal and ``NO_COLOR`` is not set."""
    if not styles or os.environ.get("NO_COLOR") or not sys.stdout.isatty():
        return text
    return f"\x1b[{';'.join(_styles(styles))}m{text}\x1b[0m"


def _styles(styles: Iterable[str]) -> Iterable[str]:
    return (_CODES[style] for style in styles)


def _write(stream: TextIO, text: str) -> None:
    try:
        print(text, file=stream, flush=True)
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
