"""``finmodel explain``: what a number is made of, down to the inputs."""

from __future__ import annotations

from typing import Annotated

import typer

from finmodel.cli.console import coloured, say
from finmodel.cli.options import (
    CaseArgument,
    JsonOption,
    LangOption,
    ResizeOption,
    ScenarioOption,
    SetOption,
    case_file,
)

__all__ = ["explain"]

_STYLES = {"head": ("bold",), "formula": (), "note": ("dim",)}


def explain(
    case: CaseArgument,
    line: Annotated[str, typer.Argument(metavar="LINE", help="A line or an input, e.g. dscr_minimum.")],
    period: Annotated[int | None, typer.Option("--period", metavar="N", help="The period, counted from 1.")] = None,
    depth: Annotated[int, typer.Option("--depth", metavar="K", min=0, help="How many levels down.")] = 2,
    scenario: ScenarioOption = None,
    changes: SetOption = None,
    resize: ResizeOption = False,
    lang: LangOption = "en",
    as_json: JsonOption = False,
) -> None:
    """Say what a number is made of.

    Its formula in words and in figures, and the same for its parts, down to the inputs and their sources.
    """
    from finmodel.engines.words_explain import explain as explained
    from finmodel.outputs.explanation import explanation_document, explanation_rows, formula_figures
    from finmodel.outputs.json_results import as_json as json_text
    from finmodel.outputs.language import translator
    from finmodel.outputs.summary import spoken
    from finmodel.pipeline import run_case

    results = run_case(case_file(case), overrides=changes or (), scenario=scenario, resize=resize)
    language = translator(lang)
    show = formula_figures(language)
    trail = explained(results, line, period, depth, translate=spoken(language), show=show)
    if as_json:
        say(json_text(explanation_document(trail)).rstrip("\n"))
        return
    for row in explanation_rows(trail, results, language):
        say(row.branches + coloured(row.text, *_STYLES[row.kind]))
    if trail.values:
        say(f"\nFor the figures of one period: --period 1 to --period {len(results.periods)}")
