"""``finmodel check``: whether cases can be modelled and their checks hold, with nothing written."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from finmodel.cli.console import say, warn
from finmodel.cli.options import JsonOption, SetOption, case_file
from finmodel.cli.run import FAILED
from finmodel.errors import CaseError

__all__ = ["check"]


def check(
    cases: Annotated[list[Path], typer.Argument(metavar="CASE...", help="Case files, or folders with case.yaml.")],
    changes: SetOption = None,
    strict: Annotated[bool, typer.Option("--strict", help="End with code 4 if a check or covenant fails.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Find every problem of cases, write nothing.

    Problems of the files are all reported at once; then the model's own checks are made.
    """
    from finmodel.pipeline import run_case

    found: dict[str, Any] = {}
    code = 0
    for case in cases:
        try:
            results = run_case(case_file(case), overrides=changes or ())
        except CaseError as error:
            found[str(case)] = {"valid": False, "problems": [asdict(problem) for problem in error.problems]}
            code = error.exit_code
            warn(str(error))
            continue
        failed = [name for name, check in results.checks.items() if not check.ok]
        found[str(case)] = {"valid": True, "problems": [], "failed_checks": failed}
        code = code or (FAILED if strict and failed else 0)
        if not as_json:
            held = f"all {len(results.checks)} checks hold" if not failed else f"these fail: {', '.join(failed)}"
            say(f"{case}: a valid case; {held}")
    if as_json:
        say(json.dumps(found, ensure_ascii=False, indent=2))
    if code:
        raise typer.Exit(code)
