"""Peak memory of a process that runs very many scenarios: ``python -m benchmarks.memory CASE COUNT`` prints it."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

from benchmarks.scenarios import ScenarioEngine

__all__ = ["peak_megabytes"]

_STATUS = Path("/proc/self/status")


def peak_megabytes(case: Path, count: int) -> float:
    """The most memory that a new process holds while it runs ``count`` frozen scenarios of a case."""
    command = [sys.executable, "-m", "benchmarks.memory", str(case), str(count)]
    found = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own module
    return float(found.stdout)


def _peak() -> float:
    """This process’s peak in megabytes; on Linux from /proc, as ``getrusage`` counts the parent’s memory too."""
    if _STATUS.exists():
        line = next(line for line in _STATUS.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def main() -> None:
    """Runs the scenarios named on the command line and prints this process's peak memory in megabytes."""
    ScenarioEngine.of(Path(sys.argv[1])).run(int(sys.argv[2]), frozen=True)
    print(f"{_peak():.1f}")


if __name__ == "__main__":
    main()
