"""Peak memory of a process that runs very many scenarios: ``python -m benchmarks.memory CASE COUNT`` prints it."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

from benchmarks.scenarios import ScenarioEngine

__all__ = ["peak_megabytes"]


def peak_megabytes(case: Path, count: int) -> float:
    """The most memory that a new process holds while it runs ``count`` frozen scenarios of a case."""
    command = [sys.executable, "-m", "benchmarks.memory", str(case), str(count)]
    found = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own module
    return float(found.stdout)


def main() -> None:
    """Runs the scenarios named on the command line and prints this process's peak memory in megabytes."""
    case, count = Path(sys.argv[1]), int(sys.argv[2])
    if count:
        ScenarioEngine.of(case).run(count, frozen=True)
    kilobytes_per_unit = 1024 if sys.platform == "darwin" else 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / kilobytes_per_unit
    print(f"{peak / 1024:.1f}")


if __name__ == "__main__":
    main()
