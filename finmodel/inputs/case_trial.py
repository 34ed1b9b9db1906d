"""A case with other figures, tried out: what does not fit together in it that did in the case as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from finmodel.inputs.block import Inconsistency
from finmodel.inputs.declarations import blocks_of
from finmodel.inputs.figure import Figure
from finmodel.inputs.trouble import Path

__all__ = ["brought", "with_figure"]


def brought(case: Any, changed: Any, *, apart_from: str) -> Iterable[Inconsistency]:
    """What does not fit together in the changed case, and does in the case; one heading is not looked at."""
    found = list(_troubles(changed, apart_from))
    standing = {each[:2] for each in _troubles(case, apart_from)} if found else set()
    return (each for each in found if each[:2] not in standing)


def _troubles(case: Any, apart_from: str) -> Iterable[Inconsistency]:
    for path, block in blocks_of(case):
        if path and path[0] != apart_from:
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
