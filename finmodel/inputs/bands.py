"""Bands: from a lower to an upper end, one beside the other; those that overlap or stand on their head are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import inf

from finmodel.inputs.block import Inconsistency
from finmodel.inputs.figure import Figure

__all__ = ["Band", "overlaps", "reach", "upside_down"]

Band = tuple[tuple[str, ...], float, float]
"""Where it is stated, its lower and its upper end."""


def reach(path: tuple[str, ...], lower: Figure, upper: Figure | None) -> Band:
    """A band as it is stated; without an upper end it is open."""
    return path, lower.number, inf if upper is None else upper.number


def overlaps(bands: Iterable[Band]) -> Iterator[Inconsistency]:
    """The bands that begin before another one ends."""
    for below, above in pairwise(sorted(bands, key=lambda band: band[1:])):
        if above[1] < below[2] - 1e-12:
            other = ".".join(below[0])
            yield (*above[0], "lower"), f"the band overlaps {other}", f"begin it where {other} ends"


def upside_down(lower: Figure, upper: Figure | None, of: str) -> Iterator[Inconsistency]:
    """A band that ends where it begins, or before; ``of`` says of what its ends are shares, if they are."""
    if upper is not None and upper.number <= lower.number:
        what = f"the band ends at {upper.number:.10g}{of} and begins at {lower.number:.10g}"
        yield ("upper",), what, "make upper larger than lower"
