"""Two cases in like forms: a figure that is one number in one and by year in the other is by year in both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from finmodel.inputs.block import Block
from finmodel.inputs.declarations import Kind, blocks_of, declarations
from finmodel.inputs.document import Document, Place, dotted
from finmodel.inputs.figure import Figure
from finmodel.inputs.names import named_figures
from finmodel.inputs.text import Text
from finmodel.inputs.trouble import Path
from finmodel.inputs.validation import validated

__all__ = ["WordChange", "in_form_of", "word_changes"]

Case = TypeVar("Case", bound=Block)

_SILENT = {"scenarios", "risks", "sensitivity", "uncertainty", "term_sheet", "taxonomy"}
"""Headings that say nothing about how the deal is built."""
_NAMES = {"label", "title", "set"}
"""Keys that only name a block, or hold changes."""


@dataclass(frozen=True, slots=True)
class WordChange:
    """One word, or one whole block, in which two cases differ; nothing on the side that does not have it."""

    path: str
    before: str
    after: str


def in_form_of(model: type[Case], case: Case, document: Document, other: Block) -> Case:
    """The same case with numbers by year where the other has them so; as it is if that cannot be.

    A number that becomes a table has the same value in every year, so that nothing else changes.
    """
    theirs = {named.path: named.figure for named in named_figures(other)}
    changed = document
    for named in named_figures(case):
        wanted = theirs.get(named.path)
        if wanted is not None and wanted.by_year and not named.figure.by_year and not _by_period(named.figure):
            year = wanted.by_year[0][0]
            figure = replace(named.figure, by_year=((year, named.figure.number),))
            changed = changed.changed(named.path, figure, Place(document.name, 1, 1))
    if changed is document:
        return case
    found, _ = validated(model, changed)
    return case if found is None else found


def _by_period(figure: Figure) -> bool:
    return isinstance(figure.value, tuple)


def word_changes(before: Block, after: Block) -> tuple[WordChange, ...]:
    """Words that choose how a deal is built, and whole blocks, in which two cases differ, in the order of the file.

    Texts for readers are left out, and so is what stands inside a block that only one of the two has.
    """
    first, second = dict(_blocks(before)), dict(_blocks(after))
    found = []
    for path in dict.fromkeys((*first, *second)):
        mine, theirs = first.get(path), second.get(path)
        if mine is None or theirs is None:
            if _outermost(path, first, second):
                found.append(WordChange(dotted(path), _kind(mine), _kind(theirs)))
        else:
            found.extend(_words(path, mine, theirs))
    return tuple(found)


def _blocks(case: Block) -> Iterator[tuple[Path, Block]]:
    return ((path, block) for path, block in blocks_of(case) if not path or path[0] not in _SILENT)


def _outermost(path: Path, first: dict[Path, Block], second: dict[Path, Block]) -> bool:
    """Whether no block above one that only one case has is missing in the other too."""
    above = [path[:count] for count in range(1, len(path))]
    return all((step in first) == (step in second) for step in above)


def _kind(block: Block | None) -> str:
    """What a block is: its type, or that it is there."""
    return "" if block is None else str(getattr(block, "type", "") or "stated")


def _words(path: Path, mine: Block, theirs: Block) -> Iterator[WordChange]:
    if type(mine) is not type(theirs):
        yield WordChange(dotted(path), _kind(mine), _kind(theirs))
        return
    for name, declared in declarations(type(mine)).items():
        if declared.kind is Kind.WORD and name not in _NAMES:
            said = [_said(getattr(block, name)) for block in (mine, theirs)]
            if said[0] != said[1]:
                yield WordChange(dotted((*path, name)), said[0], said[1])


def _said(value: object) -> str:
    """A word, a switch, or several words; nothing for a text that readers read."""
    if isinstance(value, Text) or value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, int, float)):
        return str(value)
    is_list = isinstance(value, Sequence) and all(isinstance(each, str) for each in value)
    return ", ".join(map(str, value)) if is_list and isinstance(value, Sequence) else ""
