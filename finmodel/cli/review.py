"""``finmodel review``: what a second opinion, a verification or a listing needs to see of a labelled instrument."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from finmodel.cli.console import say
from finmodel.cli.options import CaseArgument, LangOption, SetOption, case_file

__all__ = ["review"]


def review(
    case: CaseArgument,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Where to write; reports/<case name>/review/ if not said."),
    ] = None,
    year: Annotated[
        int | None, typer.Option("--year", metavar="YYYY", help="The annual report of one calendar year.")
    ] = None,
    taxonomy: Annotated[
        list[str] | None,
        typer.Option("--taxonomy", metavar="FILE", help="A taxonomy of your own, kz.csv or kz=FILE, instead of ours."),
    ] = None,
    changes: SetOption = None,
    lang: LangOption = "en",
) -> None:
    """Write the pack that a reviewer of green finance needs.

    Findings with their remedies first; the components of the principles with what is stated and what evidence is
    missing; allocation, impact and screening in the standard columns; sources. Findings are no errors: it ends with 0.
    """
    from finmodel.outputs.language import translator
    from finmodel.outputs.review.files import write_review
    from finmodel.outputs.review_text import review_lines
    from finmodel.questions import review_case

    found = review_case(case_file(case), overrides=changes or (), taxonomy_files=taxonomy or (), year=year)
    folder = out or Path("reports") / found.results.name / "review"
    written = write_review(found, folder, lang=lang)
    for line in review_lines(found, translator(lang)):
        say(line)
    say(f"\nWritten to {folder}: {', '.join(path.name for path in written)}")
