"""A case with other figures, tried out: what does not fit together in it that did in the case as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from finmodel.inputs.block import Inconsistency
from finmodel.inputs.declarations import blocks_of
from finmodel.inputs.figure import Figure
from finmodel.inputs.trouble import Path

__all__ = ["brought", "with_figure"]


_TRYING = ("concessionality", "sensitivity", "uncertainty")
"""Headings that try out cases themselves: they are not asked again for each case that is tried."""


def brought(case: Any, changed: Any) -> Iterable[Inconsistency]:
    """What does not fit together in the changed case, and does in the case."""
    found = list(_troubles(changed))
    standing = {each[:2] for each in _troubles(case)} if found else set()
    return (each for each in found if each[:2] not in standing)


def _troubles(case: Any) -> Iterable[Inconsistency]:
    for path, block in blocks_of(case):
        if path and path[0] not in _TRYING:
            for below, what, remedy in block.inconsistencies(case):
                yield (*path, *below), what, remedy


def with_figure(block: Any, path: Path, figure: Figure) -> Any:
    """The same block, or mapping of blocks, with another figure at a path."""
    if not path:
        return figure
    if isinstance(block, Mapping):
        return {**block, path[0]: with_figure(block[str(path[0])], path[1:], figure)}
    key = str(path[0])
    return block.model_copy(update={key: with_figure(getattr(block, key), path[1:], figure)})
