"""Errors a user can meet: each carries its exit code and says where, what, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = [
    "CaseError",
    "FinmodelError",
    "GraphError",
    "MissingExtraError",
    "NotConvergedError",
    "OutOfRangeError",
    "Problem",
    "UnsupportedNodeError",
    "UsageError",
]


class FinmodelError(Exception):
    """Base of every error with a message meant for the user."""

    exit_code = 1


class UsageError(FinmodelError):
    """A command was called with words it cannot act on."""

    exit_code = 2


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with a case file: where it is, what is wrong, what to do."""

    file: str
    line: int
    column: int
    key: str
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}: " + (f"{self.key}: " if self.key else "")
        return where + self.what + (f"; {self.remedy}" if self.remedy else "")


class CaseError(FinmodelError):
    """A case file that cannot be modelled; holds every problem found, in file order."""

    exit_code = 3

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class GraphError(FinmodelError):
    """Line definitions that do not form a model: unknown names, shapes that clash, circular references."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class UnsupportedNodeError(FinmodelError):
    """An engine met a node that it does not know."""

    def __init__(self, engine: str, node: str) -> None:
        super().__init__(f"The {engine} engine has no translation for the node {node}.")


class NotConvergedError(FinmodelError):
    """A solved line did not reach its fixed point."""

    exit_code = 6


class OutOfRangeError(FinmodelError):
    """A line grew beyond the numbers that can be computed with."""

    exit_code = 3


class MissingExtraError(FinmodelError):
    """A command needs an optional extra that is not installed."""

    exit_code = 5
