"""``finmodel export``: one document of a case, alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

import typer

from finmodel.cli.console import say, warn
from finmodel.cli.options import (
    CaseArgument,
    LangOption,
    ResizeOption,
    ScenarioOption,
    SetOption,
    case_file,
    of_a_project,
)

__all__ = ["export"]

Document = Literal["workbook", "term-sheet", "json", "ocds"]

_SUFFIX: Mapping[Document, str] = {"workbook": ".xlsx", "term-sheet": ".html", "json": ".json", "ocds": ".ocds.json"}


def export(
    case: CaseArgument,
    document: Annotated[Document, typer.Argument(help="Which document.")],
    out: Annotated[
        str | None,
        typer.Option("--out", "-o", metavar="FILE", help="Where to; - for standard output (json, ocds)."),
    ] = None,
    scenario: ScenarioOption = None,
    changes: SetOption = None,
    resize: ResizeOption = False,
    lang: LangOption = "en",
) -> None:
    """Write one document of a case alone."""
    from finmodel.outputs.json_results import results_json
    from finmodel.outputs.ocds import ocds_json
    from finmodel.pipeline import run_case, write_document

    results = run_case(case_file(case), overrides=changes or (), scenario=scenario, resize=resize)
    if document == "ocds":
        of_a_project(results)
    if out == "-":
        if document not in ("json", "ocds"):
            raise typer.BadParameter(f"the {document} cannot go to standard output; name a file")
        say((results_json if document == "json" else ocds_json)(results).rstrip("\n"))
        return
    path = Path(out) if out else Path(results.name + _SUFFIX[document])
    write_document(results, document, path, lang=lang)
    warn(f"Written: {path}")
