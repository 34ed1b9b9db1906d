"""``finmodel schema``: the JSON Schema of case files, for editors that complete and check while one types."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from finmodel.cli.console import say, warn

__all__ = ["schema"]


def schema(
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="To a file.")] = None,
) -> None:
    """Print the schema of case files, for editors."""
    from finmodel.inputs.schema import schema_text
    from finmodel.outputs.files import write_text

    if out is None:
        say(schema_text().rstrip("\n"))
        return
    write_text(out, schema_text())
    warn(f"Written: {out}")
