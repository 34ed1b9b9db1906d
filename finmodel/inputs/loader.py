"""Loading a case file: read, changed as asked, checked, with every problem reported at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, NoReturn, TypeVar

from finmodel.errors import CaseError, Problem, UsageError
from finmodel.inputs.block import Block, Inconsistency
from finmodel.inputs.case import Case
from finmodel.inputs.document import Document
from finmodel.inputs.flatten import misfits
from finmodel.inputs.issuance import ISSUANCE_HEADING, Issuance
from finmodel.inputs.reader import LARGEST_FILE, read_text
from finmodel.inputs.scenarios import BASE, Variant, overridden, shocks, variants
from finmodel.inputs.trouble import unknown
from finmodel.inputs.validation import Check, validated
from finmodel.timeline import Grid

__all__ = ["BASE", "Deal", "LoadedCase", "load_case", "load_case_as", "load_deal"]

Loaded = TypeVar("Loaded", bound=Block)

Deal = Case | Issuance
"""What a file can hold: a project case, or an issuance of bonds."""

Dealt = TypeVar("Dealt", Case, Issuance)

_MOST_PROBLEMS = 100


@dataclass(frozen=True, slots=True)
class LoadedCase(Generic[Loaded]):
    """A case with the file it was read from and its scenarios."""

    case: Loaded
    """The case as the chosen scenario and the overrides make it."""
    base: Loaded
    """The same without a scenario."""
    path: Path
    sha256: str
    """Of the file's bytes."""
    document: Document
    """The data with the places of all values, to place problems found later."""
    scenarios: Mapping[str, Variant[Loaded]]
    """Every scenario of the file, as a case of its own."""
    scenario: str = BASE
    overrides: tuple[str, ...] = ()
    risks: Mapping[str, Variant[Loaded]] = field(default_factory=dict)
    """Every risk that changes figures, as the case is when it happens."""

    @property
    def name(self) -> str:
        """What the case is called: its file, or the folder of a file that is just called ``case``."""
        stem = self.path.stem
        return self.path.resolve().parent.name if stem == "case" else stem


def load_case(path: str | Path, *, overrides: Sequence[str] = (), scenario: str | None = None) -> LoadedCase[Case]:
    """The case in a file; raises ``CaseError`` with every problem, or ``UsageError`` where there is no such thing.

    ``overrides`` are ``key=value`` with dotted keys and may change anything; ``scenario`` names one of the file's.
    """
    return _on_its_grid(load_case_as(Case, path, overrides=overrides, scenario=scenario, checks=(_fits_its_grid,)))


def load_deal(
    path: str | Path, *, overrides: Sequence[str] = (), scenario: str | None = None
) -> LoadedCase[Case] | LoadedCase[Issuance]:
    """The same for a file of either kind: with the heading ``bonds`` at the top it is an issuance."""
    opened = _opened(path)
    data = opened.document.data
    if isinstance(data, dict) and ISSUANCE_HEADING in data:
        return _on_its_grid(_loaded(Issuance, opened, overrides, scenario, (_fits_its_grid,)))
    return _on_its_grid(_loaded(Case, opened, overrides, scenario, (_fits_its_grid,)))


def _on_its_grid(loaded: LoadedCase[Dealt]) -> LoadedCase[Dealt]:
    """What was loaded; ``CaseError`` where a scenario or risk lasts longer than its grid."""
    beyond = list(_beyond_the_grid(loaded))
    if beyond:
        raise CaseError(beyond)
    return loaded


def _fits_its_grid(case: Deal, document: Document) -> Iterable[Inconsistency]:
    yield from misfits(case, case.grid(), document)


def _beyond_the_grid(loaded: LoadedCase[Dealt]) -> Iterable[Problem]:
    """Scenarios and risks that last longer than the grid of the case itself, on which all are computed."""
    grid = loaded.base.grid()
    changed = [(("scenarios", name), variant) for name, variant in loaded.scenarios.items()]
    changed += [(("risks", name), variant) for name, variant in loaded.risks.items()]
    for path, variant in changed:
        more = (_needed(variant.case).periods - grid.periods) * grid.period_months
        if more > 0:
            what = f"lasts {more} months longer than the periods of the case"
            yield loaded.document.problem(path, what, f"set {_room(loaded.base, more)} in the case", at_key=True)


def _needed(case: Deal) -> Grid:
    """The periods that a deal takes, spare ones left out."""
    return case.grid() if isinstance(case, Issuance) else case.needed_grid()


def _room(case: Deal, more: int) -> str:
    """What a case states so that its grid is some months longer."""
    if isinstance(case, Issuance):
        grid = case.grid()
        return f"issuance.months: {grid.periods * grid.period_months + more}"
    return f"timing.spare_months: {case.timing.spare_months.number + more:.0f}"


def load_case_as(
    model: type[Loaded],
    path: str | Path,
    *,
    overrides: Sequence[str] = (),
    scenario: str | None = None,
    checks: Sequence[Check] = (),
) -> LoadedCase[Loaded]:
    """The same for another declaration of a case, with checks of the whole case beside those of its blocks."""
    return _loaded(model, _opened(path), overrides, scenario, checks)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file that was read, before anything in it is understood."""

    path: Path
    data: bytes
    document: Document
    problems: Sequence[Problem]


def _opened(path: str | Path) -> _Opened:
    path = Path(path)
    data = _bytes(path)
    document, problems = _document(data, str(path))
    if document.data is None:
        _refuse(problems, str(path))
    return _Opened(path, data, document, problems)


def _loaded(
    model: type[Loaded], opened: _Opened, overrides: Sequence[str], scenario: str | None, checks: Sequence[Check]
) -> LoadedCase[Loaded]:
    path, problems = opened.path, list(opened.problems)
    document, more = overridden(model, opened.document, overrides)
    problems.extend(more)
    case, more = validated(model, document, checks)
    places = {(problem.file, problem.line, problem.column) for problem in problems}
    problems.extend(problem for problem in more if (problem.file, problem.line, problem.column) not in places)
    found, more = variants(model, document, whole=case is not None, checks=checks)
    problems.extend(more)
    shocked, more = shocks(model, document, case, checks=checks)
    problems.extend(more)
    if case is None or problems:
        _refuse(problems, str(path))
    chosen = scenario or BASE
    if chosen != BASE and chosen not in found:
        raise UsageError(f"{path} has no scenario of that name: {'; '.join(unknown(chosen, (BASE, *found)))}")
    digest = hashlib.sha256(opened.data).hexdigest()
    if chosen == BASE:
        return LoadedCase(case, case, path, digest, document, found, BASE, tuple(overrides), shocked)
    variant = found[chosen]
    return LoadedCase(variant.case, case, path, digest, variant.document, found, chosen, tuple(overrides), shocked)


def _refuse(problems: Sequence[Problem], name: str) -> NoReturn:
    """Raises what was found, each thing once and no more than can be read."""
    kept = sorted(set(problems))
    if len(kept) > _MOST_PROBLEMS:
        last, rest = kept[_MOST_PROBLEMS - 1], len(kept) - _MOST_PROBLEMS
        what = f"there are {rest} more problems"
        kept = [*kept[:_MOST_PROBLEMS], Problem(name, last.line, last.column + 1, "", what, "solve these first")]
    raise CaseError(kept)


def _bytes(path: Path) -> bytes:
    """The file's bytes, one more than allowed at most."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such file; check the path, or write one with finmodel init") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a path"
        raise UsageError(f"{path}: cannot be read ({reason.lower()}); give the path of a case file") from None


def _document(data: bytes, name: str) -> tuple[Document, list[Problem]]:
    """The document in a file's bytes, and what is wrong with its writing."""
    empty = Document(name, None)
    if len(data) > LARGEST_FILE:
        what = f"the file is larger than {LARGEST_FILE // 1_000_000} MB"
        return empty, [Problem(name, 1, 1, "", what, "a case file is far smaller; check the path")]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return empty, [Problem(name, 1, 1, "", "the file is written in UTF-16", "save it as UTF-8")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        what = f"byte 0x{data[error.start]:02X} is not UTF-8 (the file may be in Windows-1251)"
        return empty, [Problem(name, line, column, "", what, "save it as UTF-8")]
    document, problems = read_text(text, name)
    if document.data is None and not problems:
        problems = [Problem(name, 1, 1, "", "the file is empty", "start from a template: finmodel init")]
    elif document.data is not None and not isinstance(document.data, dict):
        problems.append(Problem(name, 1, 1, "", "the file is no mapping", "begin with headings, such as project:"))
        return empty, problems
    return document, problems
