"""``finmodel run``: a case, computed and written out as documents."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from finmodel.cli.console import say, warn
from finmodel.cli.options import (
    CaseArgument,
    JsonOption,
    LangOption,
    ResizeOption,
    ScenarioOption,
    SetOption,
    case_file,
)

__all__ = ["FAILED", "run"]

FAILED = 4
"""The exit code when a check fails under ``--strict``."""


def run(
    case: CaseArgument,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Where to write; reports/<case name>/ if not said.")
    ] = None,
    scenario: ScenarioOption = None,
    changes: SetOption = None,
    resize: ResizeOption = False,
    lang: LangOption = "en",
    as_json: JsonOption = False,
    strict: Annotated[bool, typer.Option("--strict", help="End with code 4 if a check or covenant fails.")] = False,
) -> None:
    """Compute a case and write its documents.

    Key results and checks are printed; workbook, term sheet and results go to a folder.
    """
    from finmodel.outputs.language import translator
    from finmodel.outputs.summary import summary
    from finmodel.pipeline import run_and_write

    results, written = run_and_write(
        case_file(case),
        out,
        overrides=changes or (),
        scenario=scenario,
        resize=resize,
        lang=lang,
        command=sys.argv[1:],
    )
    message = f"Written to {written[0].parent}: {', '.join(path.name for path in written)}"
    if as_json:
        say(written[0].read_text(encoding="utf-8").rstrip("\n"))
        warn(message)
    else:
        for line in summary(results, translator(lang)):
            say(line)
        say(f"\n{message}")
    failed = [name for name, check in results.checks.items() if not check.ok]
    if strict and failed:
        warn(f"Under --strict these checks fail: {', '.join(failed)}.")
        raise typer.Exit(FAILED)
