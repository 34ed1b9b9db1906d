"""Runs of many variants together, in which one that has no solution takes no other with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from finmodel.errors import NotConvergedError, OutOfRangeError

__all__ = ["in_halves"]

Variant = TypeVar("Variant")
Found = TypeVar("Found")


def in_halves(
    variants: Sequence[Variant], run: Callable[[Sequence[Variant]], Found]
) -> Iterator[tuple[Sequence[Variant], Found | str]]:
    """Variants that ran together with what was found; of those that fail, each half, down to the one that fails.

    What failed alone is given with what the engine said instead of what was found.
    """
    if not variants:
        return
    try:
        found = run(variants)
    except (NotConvergedError, OutOfRangeError) as error:
        if len(variants) == 1:
            yield variants, str(error)
            return
    else:
        yield variants, found
        return
    half = len(variants) // 2
    yield from in_halves(variants[:half], run)
    yield from in_halves(variants[half:], run)
