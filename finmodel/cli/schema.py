"""``finmodel schema``: the JSON Schema of case files, for editors that complete and check while one types."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from finmodel.cli.console import say, warn

__all__ = ["schema"]


def schema(
    kind: Annotated[
        Literal["case", "issuance"], typer.Argument(metavar="[KIND]", help="Of a project case, or of an issuance.")
    ] = "case",
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="To a file.")] = None,
) -> None:
    """Print the schema of case files, for editors."""
    from finmodel.inputs.case import Case
    from finmodel.inputs.issuance import Issuance
    from finmodel.inputs.schema import schema_text
    from finmodel.outputs.files import write_text

    text = schema_text(Issuance if kind == "issuance" else Case)
    if out is None:
        say(text.rstrip("\n"))
        return
    write_text(out, text)
    warn(f"Written: {out}")
