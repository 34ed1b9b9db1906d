"""Very many deals: files read and scenarios run for some of them, and what that foretells for a thousand."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from benchmarks.scenarios import CASES, ScenarioEngine
from finmodel.inputs.case import Case
from finmodel.inputs.loader import load_deal

__all__ = ["Deals", "deal_files", "run_deals"]


@dataclass(frozen=True, slots=True)
class Deals:
    """What so many deals took, each from its file to the key results of its scenarios, on one core."""

    deals: int
    scenarios: int
    """Of each deal."""
    seconds: float

    def foretold(self, deals: int, scenarios: int) -> float:
        """The seconds of other numbers of deals of this kind: each deal takes as long, its scenarios in proportion."""
        return self.seconds * deals / self.deals * scenarios / self.scenarios


def deal_files() -> list[Path]:
    """The files of the cases that come with finmodel and are projects, not issuances."""
    return [path for path in sorted(CASES.glob("*/case.yaml")) if isinstance(load_deal(path).case, Case)]


def run_deals(deals: int, scenarios: int) -> Deals:
    """Reads that many deals (the cases in turn, each time with other shocks) and runs their scenarios, frozen."""
    started = time.perf_counter()
    for seed, path in enumerate(_files(deals)):
        ScenarioEngine.of(path).run(scenarios, frozen=True, seed=seed)
    return Deals(deals, scenarios, time.perf_counter() - started)


def _files(deals: int) -> Iterator[Path]:
    return islice(cycle(deal_files()), deals)
