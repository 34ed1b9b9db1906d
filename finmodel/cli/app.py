"""The program ``finmodel``: its verbs, and what becomes of an error."""

from __future__ import annotations

import gc
import io
import os
import sys
from typing import Annotated

import typer

from finmodel import __version__
from finmodel.cli.check import check
from finmodel.cli.compare import compare
from finmodel.cli.console import say, warn
from finmodel.cli.doctor import doctor
from finmodel.cli.economics import economics
from finmodel.cli.explain import explain
from finmodel.cli.export import export
from finmodel.cli.glossary import glossary
from finmodel.cli.init import init
from finmodel.cli.outcomes import outcomes
from finmodel.cli.portfolio import portfolio
from finmodel.cli.review import review
from finmodel.cli.risks import risks
from finmodel.cli.run import run
from finmodel.cli.scenarios import scenarios
from finmodel.cli.schema import schema
from finmodel.cli.sensitivity import sensitivity
from finmodel.cli.simulate import simulate
from finmodel.cli.support import minimum_support, support
from finmodel.errors import FinmodelError

__all__ = ["app", "main"]

app = typer.Typer(
    name="finmodel",
    help="Smart-city project finance from one set of line definitions: numbers, live workbook and term sheet.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for verb in (
    init,
    check,
    run,
    scenarios,
    compare,
    sensitivity,
    simulate,
    risks,
    outcomes,
    economics,
    support,
    minimum_support,
    portfolio,
    review,
    explain,
    export,
    schema,
    glossary,
    doctor,
):
    app.command()(verb)


def _version(wanted: bool) -> None:
    if wanted:
        say(f"finmodel {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="The version, and nothing else.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Runs the command line. Every error ends in a message and its exit code; FINMODEL_DEBUG=1 adds the traceback."""
    # Nothing here is linear algebra: its threads would cost time to start, and keep work from being done beside.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # A command ends before looking for unreachable cycles would free anything worth the time: a tenth of a run.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        app(prog_name="finmodel")
    except KeyboardInterrupt:
        sys.exit(130)
    except FinmodelError as error:
        _end(error, str(error), error.exit_code)
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        _end(error, f"Internal error: {what}\nSet FINMODEL_DEBUG=1 to see where, and please report it.", 1)


def _end(error: Exception, message: str, code: int) -> None:
    if os.environ.get("FINMODEL_DEBUG"):
        raise error
    warn(message)
    sys.exit(code)
