"""``finmodel scenarios``: every scenario of a case side by side with the base case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from finmodel.cli.console import say
from finmodel.cli.options import CaseArgument, JsonOption, LangOption, SetOption, case_file
from finmodel.errors import UsageError

__all__ = ["KpiOption", "scenarios"]

KpiOption = Annotated[
    list[str] | None,
    typer.Option("--kpi", metavar="NAME", help="Only this key result or single line; may be said several times."),
]


def scenarios(
    case: CaseArgument,
    kpi: KpiOption = None,
    resize: Annotated[bool, typer.Option("--resize", help="Size the debt again in every scenario.")] = False,
    changes: SetOption = None,
    lang: LangOption = "en",
    as_json: JsonOption = False,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Write scenarios.html there.")] = None,
) -> None:
    """Set every scenario beside the base case.

    Key results, their changes and the covenants that do not hold, with the debt as contracted or sized again: the
    same numbers as run --scenario gives, all from one run.
    """
    from finmodel.outputs.comparison.side_records import side_document
    from finmodel.outputs.comparison.side_text import side_lines
    from finmodel.outputs.json_results import as_json as json_text
    from finmodel.outputs.language import translator
    from finmodel.outputs.uncertainty.scenarios_page import write_scenarios_page
    from finmodel.questions import compare_scenarios

    path = case_file(case)
    side = compare_scenarios(path, overrides=changes or (), resize=resize, asked=kpi or ())
    if not side.outcomes:
        raise UsageError(f"{path} states no scenarios; list them under scenarios:, as docs/scenarios.md shows.")
    if out is not None:
        write_scenarios_page(side, out / "scenarios.html", lang)
    if as_json:
        say(json_text(side_document(side)).rstrip("\n"))
        return
    for line in side_lines(side, translator(lang)):
        say(line)
