"""Time and peak memory of a process that runs very many scenarios: ``python -m benchmarks.memory CASE COUNT``."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scenarios import ScenarioEngine

__all__ = ["Footprint", "footprint"]

_STATUS = Path("/proc/self/status")
_LEAST_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Footprint:
    """What a process needed to run its scenarios."""

    megabytes: float
    """The most memory that it held at any time."""
    seconds: float
    """The time of the scenarios alone: the shortest of several runs that last a second together."""


def footprint(case: Path, count: int) -> Footprint:
    """What a new process needs to run ``count`` frozen scenarios of a case."""
    command = [sys.executable, "-m", "benchmarks.memory", str(case), str(count)]
    found = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own module
    return Footprint(*map(float, found.stdout.split()))


def _peak() -> float:
    """This process’s peak in megabytes; on Linux from /proc, as ``getrusage`` counts the parent’s memory too."""
    if _STATUS.exists():
        line = next(line for line in _STATUS.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def main() -> None:
    """Runs the scenarios named on the command line; prints this process's peak in megabytes, and their seconds."""
    engine, count = ScenarioEngine.of(Path(sys.argv[1])).anew(many=1), int(sys.argv[2])
    engine.run(2, frozen=True)
    seconds: list[float] = []
    while not seconds or sum(seconds) < _LEAST_SECONDS:
        started = time.perf_counter()
        engine.run(count, frozen=True)
        seconds.append(time.perf_counter() - started)
    print(f"{_peak():.1f} {min(seconds):.9f}")


if __name__ == "__main__":
    main()
