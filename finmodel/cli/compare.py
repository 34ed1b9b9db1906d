"""``finmodel compare``: two deals, what differs in them, and what makes the difference in their results."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from finmodel.cli.console import say
from finmodel.cli.options import JsonOption, LangOption, case_file
from finmodel.cli.scenarios import KpiOption

__all__ = ["compare"]

_HELP = "A case file or folder, or one of its scenarios: CASE:SCENARIO."


def compare(
    a: Annotated[str, typer.Argument(metavar="A", help=_HELP)],
    b: Annotated[str, typer.Argument(metavar="B", help=_HELP)],
    kpi: KpiOption = None,
    resize: Annotated[bool, typer.Option("--resize", help="Size the debt again in scenarios.")] = False,
    seed: Annotated[
        int, typer.Option("--seed", metavar="N", min=0, help="Of the orders drawn where many figures differ.")
    ] = 1,
    lang: LangOption = "en",
    as_json: JsonOption = False,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Write comparison.html there.")] = None,
) -> None:
    """Compare two deals, and say why they differ.

    Figures and key results of both side by side, and for each key result which changes moved it, by how much, in order
    of size.
    """
    from finmodel.outputs.comparison.pair_records import pair_document
    from finmodel.outputs.comparison.pair_text import pair_lines
    from finmodel.outputs.json_results import as_json as json_text
    from finmodel.outputs.language import translator
    from finmodel.outputs.uncertainty.comparison_page import write_comparison_page
    from finmodel.questions import compare_deals

    found = compare_deals(_side(a), _side(b), (a, b), resize=resize, asked=kpi or (), seed=seed)
    if out is not None:
        write_comparison_page(found, out / "comparison.html", lang, asked=bool(kpi))
    if as_json:
        say(json_text(pair_document(found)).rstrip("\n"))
        return
    for line in pair_lines(found, translator(lang), asked=bool(kpi)):
        say(line)


def _side(given: str) -> tuple[Path, str | None]:
    """The case file that one side names, and its scenario if it names one."""
    path, colon, scenario = given.rpartition(":")
    if Path(given).exists() or not colon or not path:
        return case_file(Path(given)), None
    return case_file(Path(path)), scenario
