"""``finmodel simulate``: a case in many scenarios, drawn from what it states of uncertainty."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal

import typer

from finmodel.cli.console import say, warn
from finmodel.cli.options import CaseArgument, JsonOption, LangOption, ScenarioOption, SetOption, case_file
from finmodel.cli.sharing import (
    FeeRateOption,
    LoadOption,
    PartiesOption,
    SupportOption,
    asked_of,
    document,
    shared_risks,
    tell_sharing,
)  # fmt: skip
from finmodel.errors import UsageError

__all__ = ["simulate"]

INTERRUPTED = 130
_MOST_SCENARIOS = 100_000_000

Told = Callable[[int, int], None]


def simulate(
    case: CaseArgument,
    scenarios: Annotated[int, typer.Option("-n", "--scenarios", metavar="N", help="How many scenarios.")] = 10_000,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="The same seed gives the same numbers.")] = 1,
    method: Annotated[
        Literal["latin_hypercube", "random", "sobol"], typer.Option("--method", help="How scenarios are drawn.")
    ] = "latin_hypercube",
    resize: Annotated[bool, typer.Option("--resize", help="Size the debt again in every scenario.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", metavar="N", help="Processes; results do not depend on it.")] = 1,
    scenario: ScenarioOption = None,
    changes: SetOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Where to write; reports/<case name>/ if not said.")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where a run was interrupted.")] = False,
    parties: PartiesOption = False,
    support: SupportOption = False,
    load: LoadOption = None,
    fee_rate: FeeRateOption = None,
    lang: LangOption = "en",
    as_json: JsonOption = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress, and no word on what was written.")] = False,
) -> None:
    """Draw many scenarios of a case and say how it may end.

    Percentiles, probabilities of default and of a poor return, cost of guarantees by year, losses by party and what
    drives them, with standard errors; the debt stays as contracted. Interrupted, what is done is kept.
    """
    from finmodel.analysis.simulation.simulating import Wanted
    from finmodel.outputs.language import translator
    from finmodel.outputs.simulation.text import simulation_lines
    from finmodel.simulation import simulate_case

    _sensible(scenarios, jobs, seed)
    wanted = Wanted(scenarios, seed, method, resize, scenario or "base")
    asked = asked_of(parties=parties, support=support, load=load, rate=fee_rate)
    with _progress(quiet) as told:
        shared = shared_risks(case_file(case), wanted, asked, out, changes or (), jobs, told)
        try:
            found, written = simulate_case(
                case_file(case), wanted, out, overrides=changes or (), jobs=jobs, resume=resume, progress=told,
                lang=lang,
            )  # fmt: skip
        except KeyboardInterrupt:
            warn("\nInterrupted. What is done is kept; the same command with --resume goes on and ends the same.")
            raise typer.Exit(INTERRUPTED) from None
    if as_json:
        say(document(written[0], shared))
    else:
        for line in simulation_lines(found, translator(lang)):
            say(line)
        tell_sharing(shared, lang)
    if not quiet:
        tell = warn if as_json else say
        files = (*written, shared.path) if shared else written
        tell(f"\nWritten to {written[0].parent}: {', '.join(path.name for path in files)}")


def _sensible(scenarios: int, jobs: int, seed: int) -> None:
    """``UsageError`` for numbers that no run can have."""
    if not 2 <= scenarios <= _MOST_SCENARIOS:
        raise UsageError(f"-n {scenarios} is no number of scenarios; take one from 2 to {_MOST_SCENARIOS:,}.")
    if not 1 <= jobs <= 256:
        raise UsageError(f"--jobs {jobs} is no number of processes; take one from 1 to 256.")
    if seed < 0:
        raise UsageError(f"--seed {seed} is below 0; take 0 or any number above it.")


@contextmanager
def _progress(quiet: bool) -> Iterator[Told | None]:
    """A bar with the time left on standard error, where a person watches it."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Chunks", total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)
