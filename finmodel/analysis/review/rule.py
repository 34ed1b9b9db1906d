"""A rule of a review: one idea of what can be wrong, with the words in which it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from finmodel.review import Finding, Told

__all__ = ["Instance", "Rule"]

Instance = tuple[str, Mapping[str, Told]]
"""Where in the case, and what is told of it."""

Seen = TypeVar("Seen")
"""What a rule looks at: the material of labelled instruments, or of those that are linked to targets."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[Seen]):
    """What is looked for, how grave it is, which component it concerns, and what is said where it is found."""

    code: str
    severity: str
    component: str
    title: str
    what: str
    remedy: str
    look: Callable[[Seen], Iterable[Instance]]

    def findings(self, material: Seen) -> Iterator[Finding]:
        """A finding for each place in which it is found."""
        for where, told in self.look(material):
            yield Finding(self.code, self.severity, self.component, where, self.title, self.what, self.remedy, told)
