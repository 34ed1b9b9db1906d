"""``finmodel export``: one document of a case, alone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from finmodel.cli.console import say, warn
from finmodel.cli.options import CaseArgument, LangOption, ResizeOption, ScenarioOption, SetOption, case_file

__all__ = ["export"]

Document = Literal["workbook", "term-sheet", "json"]


def export(
    case: CaseArgument,
    document: Annotated[Document, typer.Argument(help="Which document.")],
    out: Annotated[
        str | None,
        typer.Option("--out", "-o", metavar="FILE", help="Where to; - for standard output (json)."),
    ] = None,
    scenario: ScenarioOption = None,
    changes: SetOption = None,
    resize: ResizeOption = False,
    lang: LangOption = "en",
) -> None:
    """Write one document of a case alone."""
    from finmodel.outputs.json_results import results_json
    from finmodel.pipeline import DOCUMENTS, run_case, write_document

    results = run_case(case_file(case), overrides=changes or (), scenario=scenario, resize=resize)
    if out == "-":
        if document != "json":
            raise typer.BadParameter(f"the {document} cannot go to standard output; name a file")
        say(results_json(results).rstrip("\n"))
        return
    path = Path(out) if out else Path(results.name + Path(DOCUMENTS[document]).suffix)
    write_document(results, document, path, lang=lang)
    warn(f"Written: {path}")
