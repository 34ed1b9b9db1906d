"""Viability gap: what the least grant comes to as a share of project cost, and whether the caps bind."""

from __future__ import annotations

from dataclasses import dataclass

from finmodel.results import Results

__all__ = ["GapRecord", "gap_record"]

_SHARE = "granted_share"


@dataclass(frozen=True, slots=True)
class GapRecord:
    """The share of project cost that is granted, the most that the caps allow, and whether these are the limit."""

    share_of_cost: float
    caps: float
    at_caps: bool
    """Nothing more can be granted, and the targets do not hold."""


def gap_record(results: Results) -> GapRecord | None:
    """What the search for the least support found of a viability gap; nothing where it moves anything else."""
    found = results.minimum_support
    if found is None or found.lever.rpartition(".")[2] != _SHARE:
        return None
    caps = results.values[f"{found.lever.rpartition('.')[0]}.caps"] or 0.0
    at_caps = found.answer == "not_reachable" and found.best.lever == found.most.lever
    return GapRecord(found.best.lever * caps, caps, at_caps)
