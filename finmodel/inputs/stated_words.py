"""Stated words: what a case says in words below its headings, each with its path and its label, for documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from finmodel.inputs.block import Block
from finmodel.inputs.declarations import Declaration, Kind, blocks_of, declarations
from finmodel.inputs.document import dotted
from finmodel.inputs.text import Text

__all__ = ["StatedWord", "stated_words"]

_NAMES = ("label", "title")
"""Keys that only name the block they stand in."""


@dataclass(frozen=True, slots=True)
class StatedWord:
    """One key of a case that holds words."""

    path: str
    """Where it stands, e.g. ``revenue.signals.outcomes.time.mode``."""
    label: str
    said: tuple[str, ...]
    kind: str
    """``choice`` of a closed list, ``party``, ``text`` in any language, or the ``name`` of something in the case."""


def stated_words(case: Block) -> tuple[StatedWord, ...]:
    """Every word of a case, defaults included, in the order of declaration."""
    parties = {party for _, block in blocks_of(case) for party in getattr(block, "parties", ()) if party}
    return tuple(_words(case, parties))


def _words(case: Block, parties: set[str]) -> Iterator[StatedWord]:
    for path, block in blocks_of(case):
        for name, declared in declarations(type(block)).items():
            said = _said(getattr(block, name))
            if said and declared.kind is Kind.WORD and name not in _NAMES:
                label = declared.info.title or ("Type" if name == "type" else name)
                yield StatedWord(dotted((*path, name)), label, said, _kind(declared, said, parties))


def _said(value: object) -> tuple[str, ...]:
    """The words of a key: one or several; none where it holds none."""
    several = value if isinstance(value, (list, tuple)) else (value,)
    return tuple(each for each in several if isinstance(each, str) and each)


def _kind(declared: Declaration, said: tuple[str, ...], parties: set[str]) -> str:
    if declared.words:
        return "choice"
    if isinstance(said[0], Text):
        return "text"
    return "party" if set(said) <= parties else "name"
