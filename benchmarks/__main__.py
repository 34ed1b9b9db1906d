"""``python -m benchmarks``: every measure in one run, as a table with ratios, kept in ``benchmarks/latest.json``."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

from benchmarks.command_line import command_seconds
from benchmarks.memory import peak_megabytes
from benchmarks.processes import shared
from benchmarks.scenarios import LIGHTING, ScenarioEngine, like_for_like, run_like_for_like
from benchmarks.single_owner import run_scenarios
from benchmarks.timing import taking_turns

LATEST = Path(__file__).with_name("latest.json")
ROUNDS = 5
THEIRS = 100
OURS = 16_384
MANY = 100_000


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of the table; ``ratio`` sets it against what ``against`` names."""

    name: str
    value: float
    unit: str
    ratio: float | None = None
    against: str = ""


def one_core() -> list[Measure]:
    """Scenarios a second on one core, ours and PySAM's taking turns."""
    same, lighting = like_for_like(), ScenarioEngine.of(LIGHTING)
    seconds = taking_turns(
        {
            "PySAM": lambda: run_scenarios(THEIRS),
            "same, re-sized": lambda: same.run(OURS, frozen=False),
            "same, frozen": lambda: same.run(OURS, frozen=True),
            "lighting, re-sized": lambda: lighting.run(OURS, frozen=False),
            "lighting, frozen": lambda: lighting.run(OURS, frozen=True),
        },
        rounds=ROUNDS,
    )
    rates = {name: (THEIRS if name == "PySAM" else OURS) / median(taken) for name, taken in seconds.items()}
    theirs = rates.pop("PySAM")
    peer = "PySAM Single Owner, one core"
    return [
        Measure(peer, theirs, "scenarios/s"),
        *(Measure(f"finmodel, {n}, one core", r, "scenarios/s", r / theirs, peer) for n, r in rates.items()),
    ]


def two_processes() -> list[Measure]:
    """The same deal, re-sized, shared by two processes, ours and PySAM's taking turns."""
    with (
        shared(run_scenarios, count=2 * THEIRS) as theirs,
        shared(run_like_for_like, count=2 * OURS) as ours,
    ):
        seconds = taking_turns({"theirs": theirs, "ours": ours}, rounds=ROUNDS)
    their_rate, our_rate = 2 * THEIRS / median(seconds["theirs"]), 2 * OURS / median(seconds["ours"])
    peer = "PySAM Single Owner, two processes"
    return [
        Measure(peer, their_rate, "scenarios/s"),
        Measure("finmodel, same, re-sized, two processes", our_rate, "scenarios/s", our_rate / their_rate, peer),
    ]


def command() -> list[Measure]:
    """What a user waits for at the shell."""
    seconds = {name: median(taken) for name, taken in command_seconds(LIGHTING).items()}
    nothing, peer = seconds["nothing"], "python -c pass"
    return [
        Measure(peer, nothing, "s"),
        Measure("finmodel --help", seconds["help"], "s", seconds["help"] / nothing, peer),
        Measure("finmodel run, lighting case, all documents", seconds["run"], "s", seconds["run"] / nothing, peer),
    ]


def memory() -> list[Measure]:
    """What very many scenarios need on top of an idle process."""
    one, peak = peak_megabytes(LIGHTING, 1), peak_megabytes(LIGHTING, MANY)
    peer = "lighting case, one scenario, peak"
    return [
        Measure(peer, one, "MB"),
        Measure(f"lighting case, {MANY:,} scenarios, peak", peak, "MB", peak / one, peer),
    ]


def table(measures: Iterable[Measure]) -> str:
    """The measures as lines of text."""
    lines = [f"{'':48}{'value':>14} {'unit':12}{'ratio':>9}  against"]
    for m in measures:
        ratio = f"{m.ratio:9.1f}x  {m.against}" if m.ratio is not None else ""
        lines.append(f"{m.name:48}{m.value:14,.3f} {m.unit:12}{ratio}")
    return "\n".join(lines)


def main() -> None:
    """Measures everything, prints the table and keeps it."""
    measures = [*one_core(), *two_processes(), *command(), *memory()]
    versions = {name: version(name) for name in ("finmodel", "numpy", "NREL-PySAM")}
    found = {"python": platform.python_version(), **versions, "measures": [asdict(m) for m in measures]}
    LATEST.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    print(table(measures))


if __name__ == "__main__":
    main()
