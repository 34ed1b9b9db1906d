"""Scenarios and overrides: the same case with some figures changed; a scenario never changes the structure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from finmodel.errors import Problem
from finmodel.inputs.block import Block, Text
from finmodel.inputs.changes import Change, applied, path_of
from finmodel.inputs.document import Document, Place, dotted
from finmodel.inputs.figure import word
from finmodel.inputs.names import named_figures
from finmodel.inputs.number import shown
from finmodel.inputs.reader import read_text
from finmodel.inputs.trouble import Path
from finmodel.inputs.validation import Check, validated

__all__ = ["BASE", "Scenario", "Variant", "overridden", "shocks", "variants"]

Case = TypeVar("Case", bound=Block)

BASE = "base"
"""The scenario that changes nothing."""

_OPTION = "--set"
_EXAMPLE = "write --set timing.delay_months=6"


class Scenario(Block):
    """A named set of changes to the figures of a case."""

    label: Text | None = word("What the scenario is called in documents", default=None)
    set: dict[str, Any] = word(
        "Paths of figures, each with a value, {times: factor}, {add: amount} or {later: years or periods}", default={}
    )


@dataclass(frozen=True, slots=True)
class Variant(Generic[Case]):
    """A case as one of its scenarios makes it."""

    name: str
    label: Text
    case: Case
    document: Document


def overridden(model: type[Block], document: Document, overrides: Sequence[str]) -> tuple[Document, list[Problem]]:
    """The document with each ``key=value`` set in turn, and what is wrong with them; their file is ``--set``."""
    problems: list[Problem] = []
    for number, override in enumerate(overrides, start=1):
        key, equals, text = (part.strip() for part in override.partition("="))
        if not equals or not key:
            what = f"{shown(override)} is not a key with a value"
            problems.append(Problem(_OPTION, number, 1, "", what, _EXAMPLE))
            continue
        value, found = read_text(text, _OPTION)
        change = Change(path_of(key), value.data, Place(_OPTION, number, 1))
        if not found:
            document, found = applied(model, document, change, structure=True)
        problems.extend(Problem(_OPTION, number, 1, key, problem.what, problem.remedy) for problem in found)
    return document, problems


def variants(
    model: type[Case], document: Document, *, whole: bool, checks: Sequence[Check] = ()
) -> tuple[dict[str, Variant[Case]], list[Problem]]:
    """Every scenario of a document as a case of its own, by name, and every problem with them.

    Without ``whole`` (the case itself has problems) only the changes themselves are checked.
    """
    found, problems = _variants(model, document, "scenarios", whole=whole, checks=checks)
    if BASE in _mapping(document.get(("scenarios",))):
        what, remedy = "is the case without changes", "choose another name"
        problems.append(document.problem(("scenarios", BASE), what, remedy, at_key=True))
    return found, problems


def shocks(
    model: type[Case], document: Document, case: Case | None, *, checks: Sequence[Check] = ()
) -> tuple[dict[str, Variant[Case]], list[Problem]]:
    """Every risk of a document that changes figures, as a case of its own, and every problem with their changes.

    A risk whose changes leave the case as it is (15 % more of nothing) is a problem; without ``case`` (it has problems
    of its own) only the changes themselves are checked.
    """
    found, problems = _variants(model, document, "risks", whole=case is not None, checks=checks)
    moved = {name: variant for name, variant in found.items() if _mapping(document.get(("risks", name, "set")))}
    for name, variant in moved.items():
        if case is not None and _numbers(variant.case) == _numbers(case):
            what, remedy = "leaves every figure as it is", "give a value, or add: nothing times a factor is nothing"
            problems.append(document.problem(("risks", name, "set"), what, remedy, at_key=True))
    return moved, problems


def _numbers(case: Block) -> list[object]:
    return [(named.name, named.figure.value, named.figure.by_year) for named in named_figures(case)]


def _variants(
    model: type[Case], document: Document, heading: str, *, whole: bool, checks: Sequence[Check]
) -> tuple[dict[str, Variant[Case]], list[Problem]]:
    """What stands under a heading, each a case changed by its ``set``."""
    found: dict[str, Variant[Case]] = {}
    problems: list[Problem] = []
    for name, entry in _mapping(document.get((heading,))).items():
        changed, wrong = _changed(model, document, (heading, name, "set"), _mapping(_mapping(entry).get("set")))
        problems.extend(wrong)
        if not whole or wrong:
            continue
        case, wrong = validated(model, changed, checks)
        problems.extend(_of_variant((heading, name), problem, document) for problem in wrong)
        if case is not None:
            label = _mapping(entry).get("label")
            found[name] = Variant(name, Text.read(label) if label else Text(name), case, changed)
    return found, problems


def _changed(
    model: type[Block], document: Document, where: Path, changes: Mapping[str, Any]
) -> tuple[Document, list[Problem]]:
    problems: list[Problem] = []
    for key, raw in changes.items():
        at = document.problem((*where, key), "", "")
        change = Change(path_of(key), raw, Place(at.file, at.line, at.column, at.key))
        document, found = applied(model, document, change, structure=False)
        problems.extend(found)
    return document, problems


def _of_variant(where: Path, problem: Problem, document: Document) -> Problem:
    """A problem that only the scenario or risk brings about, placed there."""
    if problem.key.startswith(f"{dotted(where)}.set."):
        return problem
    what = f"does not work: {problem.key}: {problem.what}"
    return document.problem(where, what, problem.remedy, at_key=True)


def _mapping(data: Any) -> Mapping[str, Any]:
    return data if isinstance(data, Mapping) else {}
