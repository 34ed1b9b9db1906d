"""``finmodel outcomes``: what investors earn and payers pay by how much of the planned outcomes is achieved."""

from __future__ import annotations

from typing import Annotated

import typer

from finmodel.cli.console import say
from finmodel.cli.options import CaseArgument, JsonOption, LangOption, SetOption, case_file, of_a_project
from finmodel.errors import UsageError

__all__ = ["outcomes"]

LevelsOption = Annotated[
    str, typer.Option("--levels", metavar="PERCENTS", help="Levels of achievement, in % of what the case plans.")
]


def outcomes(
    case: CaseArgument,
    levels: LevelsOption = "0,25,50,75,100,125",
    changes: SetOption = None,
    lang: LangOption = "en",
    as_json: JsonOption = False,
) -> None:
    """Say what outcomes cost and earn.

    The deal as signed at each level of achievement: the cost to each payer, what is achieved for it and at which
    price a unit, the return of the sponsors, the cover of the debt.
    """
    from finmodel.analysis.outcome_levels import outcome_levels, paid_for_outcomes
    from finmodel.outputs.json_results import as_json as json_text
    from finmodel.outputs.json_results import outcomes_document
    from finmodel.outputs.language import translator
    from finmodel.outputs.outcome_text import outcome_lines
    from finmodel.pipeline import run_case

    shares = _shares(levels)
    path = case_file(case)
    results = run_case(path, overrides=changes or ())
    of_a_project(results)
    if not paid_for_outcomes(results):
        raise UsageError(f"{path} is not paid for outcomes; add a stream of pay_for_performance, see docs/outcomes.md.")
    table = outcome_levels(results, shares)
    if as_json:
        say(json_text(outcomes_document(results, table)).rstrip("\n"))
        return
    for line in outcome_lines(results, table, translator(lang)):
        say(line)


def _shares(levels: str) -> list[float]:
    """The levels as shares; ``UsageError`` if one is no number or below 0."""
    try:
        shares = [float(level.strip().removesuffix("%")) / 100 for level in levels.split(",")]
    except ValueError as error:
        raise UsageError(f"--levels {levels} is no list of percentages; write, say, --levels 0,50,100.") from error
    if not all(0 <= share < float("inf") for share in shares):
        raise UsageError(f"--levels {levels}: a level is below 0 or no number; write, say, --levels 0,50,100.")
    return shares
