"""``finmodel sensitivity``: what moves the results of a case, how far, and how far until something breaks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from finmodel.cli.console import say
from finmodel.cli.options import CaseArgument, JsonOption, LangOption, SetOption, case_file, of_a_project
from finmodel.cli.scenarios import KpiOption

if TYPE_CHECKING:
    from finmodel.analysis.sensitivity.variance import Sampling

__all__ = ["sensitivity"]


def sensitivity(
    case: CaseArgument,
    kpi: KpiOption = None,
    move: Annotated[
        list[str] | None,
        typer.Option(
            "--move", metavar="PATH=LOW..HIGH", help="Figures moved: set (=), added to (+=) or multiplied (*=)."
        ),
    ] = None,
    two_way: Annotated[
        tuple[str, str] | None,
        typer.Option("--two-way", metavar="MOVE MOVE", help="A table of two moves, by their names."),
    ] = None,
    break_even: Annotated[
        list[str] | None,
        typer.Option(
            "--break-even",
            metavar="'MOVE QUESTION'",
            help="How far until: 'PATH equity_irr=15 %', 'MOVE lock_up', 'MOVE default', 'MOVE dscr_minimum<1.1'.",
        ),
    ] = None,
    sobol: Annotated[
        int | None,
        typer.Option("--sobol", "-n", metavar="POINTS", min=64, max=1 << 20, help="Sobol's indices, from points."),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Where the random points of --sobol begin.")] = 7,
    resize: Annotated[bool, typer.Option("--resize", help="Size the debt again wherever a figure moves.")] = False,
    changes: SetOption = None,
    lang: LangOption = "en",
    as_json: JsonOption = False,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Write a page and sensitivity.json.")] = None,
) -> None:
    """Say what moves the results, and how far until.

    Every figure of the case's heading sensitivity, or of defaults taken from what it consists of: one at a time, in
    steps, two at a time, until a result is reached, and as shares of variance.
    """
    from finmodel.inputs.sensitivity_asked import Words
    from finmodel.outputs.files import write_text
    from finmodel.outputs.json_results import as_json as json_text
    from finmodel.outputs.language import translator
    from finmodel.outputs.sensitivity.records import sensitivity_document
    from finmodel.outputs.sensitivity.text import sensitivity_lines
    from finmodel.outputs.uncertainty.sensitivity_page import write_sensitivity_page
    from finmodel.questions import find_sensitivities

    words = Words(kpi or (), move or (), [two_way] if two_way else (), break_even or ())
    results, found = find_sensitivities(
        case_file(case), words, overrides=changes or (), resize=resize, sampling=_sampling(sobol, seed)
    )
    of_a_project(results)
    if out is not None:
        write_text(out / "sensitivity.json", json_text(sensitivity_document(results, found)))
        write_sensitivity_page(results, found, out / "sensitivity.html", lang)
    if as_json:
        say(json_text(sensitivity_document(results, found)).rstrip("\n"))
        return
    for line in sensitivity_lines(results, found, translator(lang)):
        say(line)


def _sampling(points: int | None, seed: int) -> Sampling | None:
    if points is None:
        return None
    from finmodel.analysis.sensitivity.sobol_points import sobol_points
    from finmodel.analysis.sensitivity.variance import Sampling

    return Sampling(points, seed, sobol_points)
