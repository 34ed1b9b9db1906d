"""Formulas as operations on rows (one period, all scenarios of a block), each writing into a row that is free.

An operation that was done before in the same period is not done again, and a row is used again as soon as nothing
more reads it, so that what a period needs stays in the processor's cache.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

__all__ = ["Body", "Buffers", "Operation", "Place", "Ref", "Singles"]

Ref = int | str
"""What an operation works on: the number of an earlier operation, or a variable."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A function of rows. One that writes ``into`` rows takes the row for its result as last argument or as ``out``."""

    function: str
    into: bool = True
    named: bool = False
    flag: bool = False

    def text(self, arguments: list[str], out: str) -> str:
        """The statement that puts the result into a row, or that gives a name to a new row."""
        given = ", ".join(arguments)
        if not self.into:
            return f"{out} = {self.function.format(*arguments)}"
        return f"{self.function}({given}, {'out=' if self.named else ''}{out})"


COPY = Operation("copy")
"""Copying takes its target first: see ``Body.lines``."""


class Place(Protocol):
    """Where operations can be put."""

    def do(self, operation: Operation, *arguments: Ref) -> Ref:
        """Puts an operation there and tells how to refer to its result."""


class Singles:
    """Operations on single values, outside of loops: each result is a new row with a name of its own."""

    def __init__(self, numbers: Iterator[int]) -> None:
        self.statements: list[str] = []
        self._numbers = numbers
        self._known: dict[tuple[str, tuple[Ref, ...]], str] = {}

    def do(self, operation: Operation, *arguments: Ref) -> Ref:
        """Puts an operation here, unless it has been done already."""
        key = operation.function, arguments
        if key not in self._known:
            self._known[key] = name = f"x{next(self._numbers)}"
            texts = [str(argument) for argument in arguments]
            call = f"{operation.function}({', '.join(texts)})" if operation.into else operation.function.format(*texts)
            self.statements.append(f"{name} = {call}")
        return self._known[key]


class Buffers:
    """Names of rows that are free to be written, the one used last first; ``count`` were needed at once."""

    def __init__(self, letter: str) -> None:
        self.letter = letter
        self.count = 0
        self._free: list[str] = []

    def take(self) -> str:
        """The name of a row nothing reads."""
        if self._free:
            return self._free.pop()
        self.count += 1
        return f"{self.letter}{self.count - 1}"

    def give(self, name: str) -> None:
        """Lets a row be used again."""
        self._free.append(name)


class Body:
    """The operations of one period of a loop."""

    def __init__(self) -> None:
        self._done: list[tuple[Operation, tuple[Ref, ...]]] = []
        self._known: dict[tuple[str, tuple[Ref, ...]], int] = {}
        self._kept: dict[int, str] = {}

    def do(self, operation: Operation, *arguments: Ref) -> Ref:
        """Puts an operation here, unless it has been done already."""
        key = operation.function, arguments
        if key not in self._known:
            self._known[key] = len(self._done)
            self._done.append((operation, arguments))
        return self._known[key]

    def keep(self, value: Ref, place: str) -> None:
        """Sees to it that a value ends in a row that outlives the period."""
        operation = self._done[value][0] if isinstance(value, int) else COPY
        if isinstance(value, int) and operation.into and not operation.flag and value not in self._kept:
            self._kept[value] = place
        else:
            self._kept[len(self._done)] = place
            self._done.append((COPY, (value,)))

    def lines(self, rows: Buffers, flags: Buffers) -> Iterator[str]:
        """The statements, with rows from ``rows`` and rows of flags from ``flags``, all given back at the end."""
        last = self._last_uses()
        names: list[str] = []
        for number, (operation, arguments) in enumerate(self._done):
            texts = [names[part] if isinstance(part, int) else part for part in arguments]
            buffers = flags if operation.flag else rows
            for done in last[number]:
                if names[done][0] in "bm":
                    (flags if names[done][0] == "m" else rows).give(names[done])
            if number in self._kept:
                names.append(self._kept[number])
            elif operation.into:
                names.append(buffers.take())
            else:
                names.append(f"f{number}")
            out = names[-1]
            yield f"copy({out}, {texts[0]})" if operation.function == "copy" else operation.text(texts, out)
            if not last[number] and number not in self._used and out[0] in "bm":
                buffers.give(out)

    def _last_uses(self) -> list[list[int]]:
        """For each operation the earlier ones whose results nothing reads after it."""
        behind: list[frozenset[int]] = []
        last: dict[int, int] = {}
        for number, (operation, arguments) in enumerate(self._done):
            read = frozenset().union(*(behind[part] for part in arguments if isinstance(part, int)))
            last.update(dict.fromkeys(read, number))
            behind.append(frozenset({number}) | read if operation.function == PICK.function else frozenset({number}))
        self._used = last.keys()
        ends: list[list[int]] = [[] for _ in self._done]
        for number, end in last.items():
            ends[end].append(number)
        return ends


PICK = Operation("{1} if {0} else {2}", into=False)
"""One of two rows, not a copy of it: both stay in use as long as what was picked."""
