"""Arguments and options that several verbs share, and how a case is found."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from finmodel.errors import UsageError

if TYPE_CHECKING:
    from finmodel.results import Results

__all__ = [
    "CaseArgument",
    "JsonOption",
    "Lang",
    "LangOption",
    "ResizeOption",
    "ScenarioOption",
    "SetOption",
    "case_file",
    "of_a_project",
]

Lang = Literal["en", "ru", "kk"]

CaseArgument = Annotated[Path, typer.Argument(metavar="CASE", help="A case file, or a folder with case.yaml in it.")]
ScenarioOption = Annotated[
    str | None,
    typer.Option("--scenario", metavar="NAME", help="Run this scenario, with the debt as contracted."),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="KEY=VALUE", help="Change one entry of the case, e.g. timing.delay_months=6."),
]
ResizeOption = Annotated[bool, typer.Option("--resize", help="Size the debt again in the scenario.")]
LangOption = Annotated[Lang, typer.Option("--lang", help="Language of the term sheet and of what is shown here.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Results as JSON on standard output.")]


def of_a_project(results: Results) -> None:
    """Nothing for a project case; ``UsageError`` for an issuance, of which what is asked cannot be said."""
    if results.is_issuance:
        raise UsageError(
            f"{results.name} is an issuance of bonds, and this is a question about a project; "
            "run, check, explain, export and review answer for an issuance."
        )


def case_file(given: Path) -> Path:
    """The YAML file of a case given as a file or a folder; ``UsageError`` with the nearest name if it is not there."""
    path = given / "case.yaml" if given.is_dir() else given
    if path.is_file():
        return path
    if given.is_dir():
        raise UsageError(f"{given} is a folder without a case.yaml; name a case file, or make one: finmodel init NAME")
    beside = [entry.name for entry in given.parent.iterdir()] if given.parent.is_dir() else []
    near = difflib.get_close_matches(given.name, beside, n=1)
    hint = f" Did you mean {given.parent / near[0]}?" if near else ""
    raise UsageError(f"There is no case {given}.{hint}")
