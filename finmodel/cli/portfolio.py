"""``finmodel portfolio``: many deals in one pool, what stands on it, and how it may end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from finmodel.cli.console import say, warn
from finmodel.cli.options import JsonOption, LangOption
from finmodel.errors import UsageError

__all__ = ["portfolio"]

INTERRUPTED = 130
_MOST_SCENARIOS = 10_000_000
_MOST_JOBS = 256


def portfolio(
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="A folder with portfolio.yaml or with case files, or a portfolio file."),
    ],
    scenarios: Annotated[
        int | None, typer.Option("-n", "--scenarios", metavar="N", help="Run so many scenarios; none if not said.")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="The same seed gives the same numbers.")] = 1,
    resize: Annotated[
        bool, typer.Option("--resize", help="Size the debt of every deal again in every scenario.")
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", metavar="N", help="Processes; results do not depend on it.")] = 1,
    cluster: Annotated[
        str, typer.Option("--cluster", metavar="ADDRESS", help="The scheduler of a Dask cluster that does the work.")
    ] = "",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Where to write; reports/<portfolio>/ if not said.")
    ] = None,
    store: Annotated[
        Path | None,
        typer.Option(
            "--store", metavar="PATH", help="Every scenario as tables: NAME.duckdb, or a folder NAME.parquet."
        ),
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where a run was interrupted.")] = False,
    lang: LangOption = "en",
    as_json: JsonOption = False,
) -> None:
    """Pool many deals and say how the pool may end.

    Flows, capital need and key results by calendar year; tranches, a bond and a trust that stand on it; what it hangs
    on. With -n, common factors and each deal's own risks are drawn: losses of tranches, diversification, defaults.
    """
    from finmodel.outputs.language import translator
    from finmodel.outputs.portfolio.records import portfolio_json
    from finmodel.outputs.portfolio.text import portfolio_lines
    from finmodel.portfolio import PoolRun, Written, pool_deals, simulate_pool

    _sensible(folder, scenarios, seed, jobs, _of_scenarios(resize, cluster, store, resume, jobs))
    written: tuple[Path, ...] = ()
    if scenarios is None:
        found = pool_deals(folder, out, lang)
    else:
        run = PoolRun(scenarios, seed, resize, jobs, cluster, resume=resume)
        with _progress() as told:
            try:
                found, written = simulate_pool(folder, run, Written(out, store, lang), progress=told)
            except KeyboardInterrupt:
                warn("\nInterrupted. What is done is kept; the same command with --resume goes on and ends the same.")
                raise typer.Exit(INTERRUPTED) from None
    if as_json:
        say(portfolio_json(found).rstrip("\n"))
    else:
        for line in portfolio_lines(found, translator(lang)):
            say(line)
    if written:
        (warn if as_json else say)(f"Written: {', '.join(map(str, written))}")


def _of_scenarios(resize: bool, cluster: str, store: Path | None, resume: bool, jobs: int) -> list[str]:
    """The options given that mean nothing without scenarios."""
    given = {"--resize": resize, "--cluster": bool(cluster), "--store": store is not None, "--resume": resume}
    return [name for name, said in {**given, "--jobs": jobs != 1}.items() if said]


def _sensible(folder: Path, scenarios: int | None, seed: int, jobs: int, given: list[str]) -> None:
    """``UsageError`` for numbers that no run can have, and for options that need scenarios."""
    if not folder.exists():
        raise UsageError(f"There is no folder {folder}; name one with portfolio.yaml or with case files.")
    if scenarios is None and given:
        raise UsageError(f"{given[0]} says how scenarios are run, and none are asked for; add -n 10000.")
    if scenarios is not None and not 2 <= scenarios <= _MOST_SCENARIOS:
        raise UsageError(f"-n {scenarios} is no number of scenarios; take one from 2 to {_MOST_SCENARIOS:,}.")
    if not 1 <= jobs <= _MOST_JOBS:
        raise UsageError(f"--jobs {jobs} is no number of processes; take one from 1 to {_MOST_JOBS}.")
    if "--cluster" in given and jobs != 1:
        raise UsageError("--jobs says how many processes of this machine work, and --cluster that others do; keep one.")
    if seed < 0:
        raise UsageError(f"--seed {seed} is below 0; take 0 or any number above it.")


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
    """A bar with the time left on standard error, where a person watches it."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Deals × chunks", total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)
