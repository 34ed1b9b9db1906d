"""``python -m benchmarks``: every measure in one run, as a table with ratios, kept in ``benchmarks/latest.json``.

``--quick`` takes a tenth of the time, measures smaller numbers and keeps nothing.
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from statistics import median

from benchmarks.command_line import command_seconds
from benchmarks.many_deals import run_deals
from benchmarks.memory import footprint
from benchmarks.processes import shared
from benchmarks.scenarios import LIGHTING, ScenarioEngine, like_for_like, run_like_for_like
from benchmarks.single_owner import run_scenarios
from benchmarks.streaming import operations_per_scenario, streamed
from benchmarks.timing import taking_turns

LATEST = Path(__file__).with_name("latest.json")
ROUNDS = 5
THEIRS = 100
OURS = 16_384


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured."""

    rounds: int
    counts: tuple[int, ...]
    """Numbers of scenarios over which time should grow in proportion; the last is the one whose memory is shown."""
    deals: int
    scenarios: int


FULL = Size(ROUNDS, (1_000, 10_000, 100_000, 1_000_000), 50, 10_000)
QUICK = Size(2, (1_000, 20_000), 4, 2_000)


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of the table; ``ratio`` sets it against what ``against`` names."""

    name: str
    value: float
    unit: str
    ratio: float | None = None
    against: str = ""
    goal: str = ""
    """What the figure, or the ratio, should be."""


def one_core(size: Size) -> list[Measure]:
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
        rounds=size.rounds,
    )
    rates = {name: (THEIRS if name == "PySAM" else OURS) / median(taken) for name, taken in seconds.items()}
    theirs = rates.pop("PySAM")
    peer = "PySAM Single Owner, one core"
    goals = {"same, re-sized": "at least 200x", "same, frozen": "at least 1,000x"}
    goals["lighting, re-sized"] = "at least 20,000 scenarios/s"
    return [
        Measure(peer, theirs, "scenarios/s"),
        *(
            Measure(f"finmodel, {name}, one core", rate, "scenarios/s", rate / theirs, peer, goals.get(name, ""))
            for name, rate in rates.items()
        ),
    ]


def two_processes(size: Size) -> list[Measure]:
    """The same deal, re-sized, shared by two processes: ours and PySAM's, and ours in one process, taking turns."""
    with (
        shared(run_scenarios, count=2 * THEIRS) as theirs,
        shared(run_like_for_like, count=2 * OURS) as ours,
        shared(run_like_for_like, count=OURS, processes=1) as alone,
    ):
        seconds = taking_turns({"theirs": theirs, "ours": ours, "alone": alone}, rounds=size.rounds)
    their_rate, our_rate = 2 * THEIRS / median(seconds["theirs"]), 2 * OURS / median(seconds["ours"])
    alone_rate = OURS / median(seconds["alone"])
    peer, one = "PySAM Single Owner, two processes", "finmodel, same, re-sized, one process"
    name = "finmodel, same, re-sized, two processes"
    return [
        Measure(peer, their_rate, "scenarios/s"),
        Measure(name, our_rate, "scenarios/s", our_rate / their_rate, peer),
        Measure(one, alone_rate, "scenarios/s"),
        Measure("two processes against one", our_rate, "scenarios/s", our_rate / alone_rate, one, "at least 1.8x"),
    ]


def machine(size: Size) -> list[Measure]:
    """Our time a scenario beside NumPy adding and multiplying as many numbers in the cache, taking turns."""
    found = []
    for name, engine in {"same": like_for_like(), "lighting": ScenarioEngine.of(LIGHTING)}.items():
        for frozen in (True, False):
            operations = operations_per_scenario(engine, frozen=frozen)
            jobs: dict[str, Callable[[], object]] = {
                "ours": partial(engine.run, OURS, frozen=frozen),
                "streamed": streamed(round(operations * OURS)),
            }
            taken = {job: median(each) / OURS * 1e6 for job, each in taking_turns(jobs, rounds=size.rounds).items()}
            what = f"{name}, {'frozen' if frozen else 're-sized'}"
            peer = f"{what}: {operations:,.0f} operations, streamed"
            ratio = taken["ours"] / taken["streamed"]
            found += [
                Measure(peer, taken["streamed"], "us/scenario"),
                Measure(f"{what}: a scenario", taken["ours"], "us/scenario", ratio, peer, "at most 4x"),
            ]
    return found


def command() -> list[Measure]:
    """What a user waits for at the shell."""
    seconds = {name: median(taken) for name, taken in command_seconds(LIGHTING).items()}
    nothing, peer = seconds["nothing"], "python -c pass"
    return [
        Measure(peer, nothing, "s"),
        Measure("finmodel --help", seconds["help"], "s", seconds["help"] / nothing, peer),
        Measure("finmodel run, lighting case, all documents", seconds["run"], "s", seconds["run"] / nothing, peer),
    ]


def growth(size: Size) -> list[Measure]:
    """Memory and time of more and more scenarios, each number in a process of its own."""
    needs = {count: footprint(LIGHTING, count) for count in (1, *size.counts)}
    first, last = size.counts[0], size.counts[-1]
    idle, least = "lighting case, one scenario, peak", f"lighting, frozen, {first:,} scenarios"
    each = {count: needs[count].seconds / count * 1e6 for count in size.counts}
    peak = needs[last].megabytes
    return [
        Measure(idle, needs[1].megabytes, "MB"),
        Measure(
            f"lighting case, {last:,} scenarios, peak", peak, "MB", peak / needs[1].megabytes, idle, "at most 1,500 MB"
        ),
        Measure(least, each[first], "us/scenario"),
        *(
            Measure(
                f"lighting, frozen, {count:,} scenarios", taken, "us/scenario", taken / each[first], least, "near 1x"
            )
            for count, taken in each.items()
            if count != first
        ),
    ]


def deals(size: Size) -> list[Measure]:
    """Many deals, from their files to the key results of all scenarios on one core; of a thousand a forecast."""
    found = run_deals(size.deals, size.scenarios)
    measured = f"{found.deals:,} deals x {found.scenarios:,} scenarios, measured"
    foretold = found.foretold(1_000, 10_000)
    return [
        Measure(measured, found.seconds, "s"),
        Measure("1,000 deals x 10,000 scenarios, extrapolated", foretold, "s", foretold / found.seconds, measured),
    ]


def table(measures: Iterable[Measure]) -> str:
    """The measures as lines of text."""
    lines = [f"{'':52}{'value':>14} {'unit':12}{'ratio':>9}  against"]
    for m in measures:
        ratio = f"{m.ratio:9.1f}x  {m.against}" if m.ratio is not None else ""
        goal = f" (goal: {m.goal})" if m.goal else ""
        lines.append(f"{m.name:52}{m.value:14,.3f} {m.unit:12}{ratio}{goal}")
    return "\n".join(lines)


def measured(size: Size) -> list[Measure]:
    """Every measure."""
    return [
        *one_core(size),
        *two_processes(size),
        *machine(size),
        *command(),
        *growth(size),
        *deals(size),
    ]


def main(arguments: Sequence[str]) -> None:
    """Measures everything, prints the table and, unless in a hurry, keeps it."""
    quick = "--quick" in arguments
    measures = measured(QUICK if quick else FULL)
    versions = {name: version(name) for name in ("finmodel", "numpy", "NREL-PySAM")}
    found = {"python": platform.python_version(), **versions, "measures": [asdict(m) for m in measures]}
    if not quick:
        LATEST.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    print(table(measures))


if __name__ == "__main__":
    main(sys.argv[1:])
