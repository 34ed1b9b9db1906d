"""``finmodel glossary``: the terms of the trade in English, Russian and Kazakh, with where each form comes from."""

from __future__ import annotations

import csv
import json
from typing import Annotated

import typer

from finmodel.cli.console import coloured, say
from finmodel.cli.options import JsonOption
from finmodel.errors import UsageError
from finmodel.resources import template_path

__all__ = ["glossary"]

_LANGUAGES = ("en", "ru", "kk")


def glossary(
    word: Annotated[str, typer.Argument(metavar="[WORD]", help="Only terms with this word, in any language.")] = "",
    as_json: JsonOption = False,
) -> None:
    """Print terms in English, Russian and Kazakh."""
    terms = [term for term in _terms() if any(word.casefold() in term[lang].casefold() for lang in _LANGUAGES)]
    if not terms:
        raise UsageError(f"The glossary has no term with {word!r} in it.")
    if as_json:
        say(json.dumps(terms, ensure_ascii=False, indent=2))
        return
    for term in terms:
        say(coloured(term["en"], "bold"))
        say(f"  ru  {term['ru']}\n  kk  {term['kk']}")
        say(coloured(f"      {term['source']}", "dim"))


def _terms() -> list[dict[str, str]]:
    with template_path("glossary.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
