"""Clocks: medians of rounds in which the things compared take turns, so that a busy machine slows them alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping

__all__ = ["median_seconds", "taking_turns"]


def taking_turns(jobs: Mapping[str, Callable[[], object]], *, rounds: int) -> dict[str, list[float]]:
    """Seconds of every job in every round; each job runs once a round, in order, after one round to warm up."""
    seconds: dict[str, list[float]] = {name: [] for name in jobs}
    for job in jobs.values():
        job()
    for _ in range(rounds):
        for name, job in jobs.items():
            started = time.perf_counter()
            job()
            seconds[name].append(time.perf_counter() - started)
    return seconds


def median_seconds(job: Callable[[], object], *, rounds: int) -> float:
    """The median over some rounds of one job, after one to warm up."""
    return statistics.median(taking_turns({"job": job}, rounds=rounds)["job"])
