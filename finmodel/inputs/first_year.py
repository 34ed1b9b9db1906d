"""The first year of a table: what is stated from a later year on would hold from the start, and is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from finmodel.inputs.block import Inconsistency
from finmodel.inputs.figure import Figure

__all__ = ["begins_unsaid"]


def begins_unsaid(case: Any, figures: dict[str, Figure | None]) -> Iterator[Inconsistency]:
    """The tables by year that begin after financial close with something: it would hold in the years before, too."""
    close = case.timing.start.day.year
    for key, found in figures.items():
        if found is None or not found.by_year:
            continue
        year, value = found.by_year[0]
        if year > close and value:
            what = f"begins in {year} with {value:,.10g}, which would hold from {close} on"
            yield (key,), what, f"state {close} too: 0, or what holds then"
