"""Room for the numbers of one block of scenarios after another: rows and series that are used again and again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["Room"]

Array = NDArray[np.float64]
Rows = list[Array]


class Room:
    """Arrays for programs whose blocks have the same number of periods and of scenarios."""

    def __init__(self, periods: int, width: int) -> None:
        self.periods = periods
        self.width = width
        self._free: list[tuple[Array, Rows]] = []
        self._rows: list[Array] = []
        self._flags: list[NDArray[np.bool_]] = []
        self._zero = np.zeros(width)

    def series(self) -> tuple[Array, Rows]:
        """A series as an array and as the list of its rows; those before the first and after the last are zero."""
        if self._free:
            return self._free.pop()
        values = np.empty((self.periods + 2, self.width))
        values[0] = values[-1] = 0.0
        return values, list(values)

    def give(self, values: Array, rows: Rows) -> None:
        """Takes a series back that nothing reads any more."""
        self._free.append((values, rows))

    def given(self, values: Array) -> Rows:
        """The rows of an input, with rows of zeros around."""
        return [self._zero, *values, self._zero]

    def rows(self, count: int) -> list[Array]:
        """Rows for numbers, always the same ones."""
        self._rows += [np.empty(self.width) for _ in range(count - len(self._rows))]
        return self._rows[:count]

    def flags(self, count: int) -> list[NDArray[np.bool_]]:
        """Rows for flags, always the same ones."""
        self._flags += [np.empty(self.width, dtype=np.bool_) for _ in range(count - len(self._flags))]
        return self._flags[:count]

    def alternating(self, one: Array, other: Array) -> Rows:
        """Rows of a series of which no more than the last two are ever read: two that take turns."""
        return [self._zero, *([one, other] * ((self.periods + 1) // 2))[: self.periods], self._zero]
