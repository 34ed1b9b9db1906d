"""Scenarios and overrides: the same case with some figures changed; a scenario never changes the structure.

A scenario may build on another (``from``): its changes are made after those of the other, on the figures of the other.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import create_model

from finmodel.errors import Problem
from finmodel.inputs.block import Block, Text
from finmodel.inputs.changes import BASE_CASE, Change, applied, path_of
from finmodel.inputs.document import Document, Place, dotted
from finmodel.inputs.figure import word
from finmodel.inputs.names import named_figures
from finmodel.inputs.number import shown
from finmodel.inputs.reader import read_text
from finmodel.inputs.trouble import Path, not_there
from finmodel.inputs.validation import Check, validated

__all__ = ["BASE", "Scenario", "Variant", "overridden", "shocks", "variants"]

Case = TypeVar("Case", bound=Block)

BASE = "base"
"""The scenario that changes nothing."""

_FROM = "from"
_OF_THE_CASE: Path = ("sensitivity",)
"""What is said of the case itself and is not asked again of every variant."""
_IN_ORDER: Mapping[str, Collection[str]] = {
    "scenarios": ("concessionality",),
    "risks": ("concessionality", "uncertainty"),
}
"""Headings that ask a question about the case, by what a variant is: support is sought in the case itself, and draws
begin from it or from one of its scenarios."""
_OPTION = "--set"
_EXAMPLE = "write --set timing.delay_months=6"


if TYPE_CHECKING:
    _BuildsOn = Block
else:
    _BuildsOn = create_model(  # ``from`` is a word of Python's own, which no class can declare
        "_BuildsOn",
        __base__=Block,
        **{_FROM: (str | None, word("The scenario that it builds on", default=None))},
    )


class Scenario(_BuildsOn):
    """A named set of changes to the figures of a case, after those of the scenario that it builds on."""

    label: Text | None = word("What the scenario is called in documents", default=None)
    set: dict[str, Any] = word(
        "Paths of figures, each with a value, {times: factor}, {add: amount} or {later: years or periods}", default={}
    )

    @property
    def parent(self) -> str:
        """The scenario that it builds on; nothing if that is the case itself."""
        given = getattr(self, _FROM)
        return "" if given is None or given == BASE else str(given)


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
    lineages, problems = _lineages(document)
    found, more = _variants(model, document, "scenarios", whole=whole, checks=checks, lineages=lineages)
    problems.extend(more)
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


def _lineages(document: Document) -> tuple[dict[str, list[str]], list[Problem]]:
    """Each scenario with those it builds on before it, the first one first; and what is wrong with what it names.

    A scenario without a lineage (it names what is not there, or itself by some way round) is left out.
    """
    entries = _mapping(document.get(("scenarios",)))
    parents = {name: given for name, entry in entries.items() if (given := _parent(entry)) is not None}
    problems: list[Problem] = []
    lineages: dict[str, list[str]] = {}
    told: set[str] = set()
    for name in entries:
        line, above = [name], parents.get(name)
        while above is not None and above in entries and above not in line:
            line.insert(0, above)
            above = parents.get(above)
        if above is None:
            lineages[name] = line
        elif above not in entries:
            problems.extend([_unknown_parent(document, name, entries)] if line[0] == name else [])
        elif above == name and name not in told:
            problems.append(_circle(document, [*line[-1:], *line]))
            told.update(line)
    return lineages, problems


def _parent(entry: object) -> str | None:
    """The scenario that an entry builds on; ``None`` if it is the case itself, or no name."""
    given = _mapping(entry).get(_FROM)
    return given if isinstance(given, str) and given != BASE else None


def _unknown_parent(document: Document, name: str, entries: Mapping[str, Any]) -> Problem:
    known = [other for other in entries if other != name]
    what, remedy = not_there(str(_parent(entries[name])), known, "scenarios")
    return document.problem(("scenarios", name, _FROM), what, remedy)


def _circle(document: Document, line: Sequence[str]) -> Problem:
    """The problem with scenarios that build on themselves; ``line`` begins and ends with the same one."""
    place = ("scenarios", line[-1], _FROM)
    if len(line) == 2:
        return document.problem(place, "is the scenario itself", "name another one, or take it out")
    what = f"goes round in a circle: {' builds on '.join(reversed(line))}"
    return document.problem(place, what, "let one of them build on the case itself")


def _variants(
    model: type[Case],
    document: Document,
    heading: str,
    *,
    whole: bool,
    checks: Sequence[Check],
    lineages: Mapping[str, Sequence[str]] | None = None,
) -> tuple[dict[str, Variant[Case]], list[Problem]]:
    """What stands under a heading, each a case changed by its ``set``, after those that it builds on."""
    found: dict[str, Variant[Case]] = {}
    problems: list[Problem] = []
    entries = _mapping(document.get((heading,)))
    lines = {name: [name] for name in entries} if lineages is None else lineages
    for name in sorted(lines, key=lambda name: len(lines[name])):
        line = lines[name]
        changed, wrong = _changed(model, document, heading, line)
        problems.extend(wrong)
        if not whole or wrong or not all(above in found for above in line[:-1]):
            continue
        case, wrong = validated(model, changed.without(_OF_THE_CASE), checks, known=_IN_ORDER[heading])
        problems.extend(_of_variant(heading, line, problem, document) for problem in wrong)
        if case is not None:
            label = _mapping(entries[name]).get("label")
            found[name] = Variant(name, Text.read(label) if label else Text(name), case, changed)
    return {name: found[name] for name in entries if name in found}, problems


def _changed(
    model: type[Block], document: Document, heading: str, line: Sequence[str]
) -> tuple[Document, list[Problem]]:
    """The document after the changes of every entry in a line, and what is wrong with them."""
    problems: list[Problem] = []
    stands: dict[Path, str] = {}
    for name in line:
        where = (heading, name, "set")
        for key, raw in _mapping(document.get(where)).items():
            at, path = document.problem((*where, key), "", ""), path_of(key)
            change = Change(path, raw, Place(at.file, at.line, at.column, at.key), stands.get(path, BASE_CASE))
            document, found = applied(model, document, change, structure=False)
            problems.extend(found)
            stands[path] = f"scenario {name}"
    return document, problems


def _of_variant(heading: str, line: Sequence[str], problem: Problem, document: Document) -> Problem:
    """A problem that only the scenario or risk brings about, placed there or where the one it builds on changes it."""
    if any(problem.key.startswith(f"{dotted((heading, name))}.set.") for name in line):
        return problem
    what = f"does not work: {problem.key}: {problem.what}"
    return document.problem((heading, line[-1]), what, problem.remedy, at_key=True)


def _mapping(data: Any) -> Mapping[str, Any]:
    return data if isinstance(data, Mapping) else {}
