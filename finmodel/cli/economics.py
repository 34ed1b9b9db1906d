"""``finmodel economics``: what a project is worth to society, and what it emits and avoids."""

from __future__ import annotations

from finmodel.cli.console import say
from finmodel.cli.options import (
    CaseArgument,
    JsonOption,
    LangOption,
    ScenarioOption,
    SetOption,
    case_file,
    of_a_project,
)
from finmodel.errors import UsageError

__all__ = ["economics"]


def economics(
    case: CaseArgument,
    scenario: ScenarioOption = None,
    changes: SetOption = None,
    lang: LangOption = "en",
    as_json: JsonOption = False,
) -> None:
    """Say what society gains.

    Economic net present value at three social discount rates, internal rate, benefits by kind and by who has them,
    every cost of the financial model with its conversion factor, emissions with and without the project.
    """
    from finmodel.outputs.economics_text import economics_lines
    from finmodel.outputs.json_results import as_json as json_text
    from finmodel.outputs.json_results import economics_document
    from finmodel.outputs.language import translator
    from finmodel.pipeline import run_case

    path = case_file(case)
    results = run_case(path, scenario=scenario, overrides=changes or ())
    of_a_project(results)
    if not {"economics", "emissions"} & set(results.tables):
        raise UsageError(f"{path} states neither economics: nor emissions: to be appraised; see docs/economics.md.")
    if as_json:
        say(json_text(economics_document(results)).rstrip("\n"))
        return
    for line in economics_lines(results, translator(lang)):
        say(line)
