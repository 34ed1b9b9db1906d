"""``finmodel init``: a new case, from an annotated template."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from finmodel.cli.console import say
from finmodel.errors import UsageError
from finmodel.resources import template_path, templates_folder

__all__ = ["init"]

_HEADING = re.compile(r"^bonds:", re.MULTILINE)
"""The heading of a template that is no project case, but an issuance."""
_MODELINE = "# yaml-language-server: $schema=case.schema.json\n"


def init(
    name: Annotated[Path, typer.Argument(metavar="NAME", help="The folder to make, named after the case.")],
    template: Annotated[str, typer.Option("--template", help="Which template to begin with.")] = "ppp",
    force: Annotated[bool, typer.Option("--force", help="Replace a case that is there already.")] = False,
) -> None:
    """Begin a case from an annotated template.

    Makes a folder with a case.yaml that runs as it is, and its schema for editors.
    """
    from finmodel.inputs.case import Case
    from finmodel.inputs.issuance import Issuance
    from finmodel.inputs.schema import schema_text
    from finmodel.outputs.files import write_text

    known = sorted(path.stem for path in (templates_folder() / "cases").glob("*.yaml"))
    if template not in known:
        raise UsageError(f"There is no template {template!r}; choose one of: {', '.join(known)}.")
    case = name / "case.yaml"
    if case.exists() and not force:
        raise UsageError(f"{case} is there already; choose another name, or replace it with --force.")
    text = template_path(f"cases/{template}.yaml").read_text(encoding="utf-8")
    write_text(case, text if text.startswith(_MODELINE) else _MODELINE + text)
    write_text(name / "case.schema.json", schema_text(Issuance if _HEADING.search(text) else Case))
    say(f"Made {case}. Edit it, then: finmodel run {name}")
