"""The options of ``finmodel simulate`` that ask who bears what and what support is worth."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from finmodel.cli.console import say, warn
from finmodel.errors import UsageError

if TYPE_CHECKING:
    from finmodel.analysis.paired_runs import Asked
    from finmodel.analysis.simulation.simulating import Wanted
    from finmodel.risk_distributions import Sharing

__all__ = [
    "FeeRateOption", "LoadOption", "PartiesOption", "Shared", "SupportOption", "asked_of", "document", "shared_risks",
    "tell_sharing",
]  # fmt: skip

_INTERRUPTED = 130

PartiesOption = Annotated[bool, typer.Option("--parties", help="Say who bears what, as distributions.")]
SupportOption = Annotated[
    bool, typer.Option("--support", help="Say what each instrument of support is worth, and its fair fee.")
]
LoadOption = Annotated[
    str | None,
    typer.Option(
        "--load",
        metavar="KIND=NUMBER",
        help="Load on fair fees: deviation=0.25 (standard deviations) or capital=8% (a year, on capital behind it).",
    ),
]
FeeRateOption = Annotated[
    str | None,
    typer.Option("--fee-rate", metavar="RATE", help="Discount rate of fair fees; the project's if none."),
]


def asked_of(*, parties: bool, support: bool, load: str | None, rate: str | None) -> Asked | None:
    """What the options ask for, or nothing; ``UsageError`` for a load or a rate that makes no sense."""
    from finmodel.analysis.paired_runs import Asked
    from finmodel.risk_distributions import LoadKind, RiskLoad

    if not (parties or support):
        if load is not None or rate is not None:
            raise UsageError("--load and --fee-rate are of fair fees; add --support.")
        return None
    stated, _, number = (load or "none").partition("=")
    kinds: tuple[LoadKind, ...] = get_args(LoadKind)
    kind = next((each for each in kinds if each == stated), None)
    if kind is None or (kind == "none") != (number == ""):
        raise UsageError(f"--load {load} is no load; write deviation=0.25 or capital=8%.")
    size = _number("--load", number) if number else 0.0
    fee_rate = None if rate is None else _number("--fee-rate", rate)
    if size < 0 or (fee_rate is not None and fee_rate <= -1):
        raise UsageError("A load must be 0 or more, and a discount rate above -100%.")
    return Asked(parties, support, RiskLoad(kind, size), fee_rate)


@dataclass(frozen=True, slots=True)
class Shared:
    """Who bears what, and where that is written."""

    found: Sharing
    path: Path


def shared_risks(
    case: Path,
    wanted: Wanted,
    asked: Asked | None,
    out: Path | None,
    changes: Sequence[str],
    jobs: int,
    progress: Callable[[int, int], None] | None,
) -> Shared | None:
    """Who bears what, where that is asked for; done before the simulation itself, so that misuse is told at once."""
    if asked is None:
        return None
    from finmodel.risk_simulation import share_uncertain_risks

    try:
        return Shared(*share_uncertain_risks(case, wanted, asked, out, overrides=changes, jobs=jobs, progress=progress))
    except KeyboardInterrupt:
        warn("\nInterrupted while it was found who bears what: nothing of that is kept. The same command begins anew.")
        raise typer.Exit(_INTERRUPTED) from None


def tell_sharing(shared: Shared | None, lang: str) -> None:
    """The tables of who bears what and what support is worth."""
    from finmodel.outputs.language import translator
    from finmodel.outputs.simulation.parties import sharing_lines

    for line in sharing_lines(shared.found, translator(lang)) if shared else ():
        say(line)


def document(simulation: Path, shared: Shared | None) -> str:
    """The simulation as it is written; with who bears what under ``risk_sharing``, where that is asked for."""
    text = simulation.read_text(encoding="utf-8")
    if shared is not None:
        from finmodel.outputs.json_results import as_json

        text = as_json(json.loads(text) | {"risk_sharing": json.loads(shared.path.read_text(encoding="utf-8"))})
    return text.rstrip("\n")


def _number(option: str, text: str) -> float:
    from finmodel.inputs.number import BadValueError, parse_number
    from finmodel.units import Unit

    try:
        return float(text)
    except ValueError:
        pass
    try:
        return parse_number(text, Unit.SHARE)
    except BadValueError as error:
        raise UsageError(f"{option} {text} {error.what}; {error.remedy}.") from None
