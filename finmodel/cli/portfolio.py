"""``finmodel portfolio``: many deals in one pool, and what stands on it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from finmodel.cli.console import say
from finmodel.cli.options import JsonOption, LangOption
from finmodel.errors import UsageError

__all__ = ["portfolio"]


def portfolio(
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="A folder with portfolio.yaml or with case files, or a portfolio file."),
    ],
    lang: LangOption = "en",
    as_json: JsonOption = False,
) -> None:
    """Pool many deals.

    Flows, capital need and key results of the pool by calendar year; its tranches, a bond and a trust that stand on it;
    what it hangs on.
    """
    from finmodel.outputs.language import translator
    from finmodel.outputs.portfolio.records import portfolio_json
    from finmodel.outputs.portfolio.text import portfolio_lines
    from finmodel.pipeline import pool_deals

    if not folder.exists():
        raise UsageError(f"There is no folder {folder}; name one with portfolio.yaml or with case files.")
    found = pool_deals(folder)
    if as_json:
        say(portfolio_json(found).rstrip("\n"))
        return
    for line in portfolio_lines(found, translator(lang)):
        say(line)
