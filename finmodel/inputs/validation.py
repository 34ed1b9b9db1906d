"""From a document to a case: shape first, then what does not fit together, all of it reported at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from finmodel.errors import Problem
from finmodel.inputs.block import Block, Inconsistency
from finmodel.inputs.declarations import Kind, blocks_of, located
from finmodel.inputs.document import Document, Place
from finmodel.inputs.figure import UNKNOWN, Figure
from finmodel.inputs.names import name_problems
from finmodel.inputs.problems import as_name, problems_of

__all__ = ["Check", "validated"]

Case = TypeVar("Case", bound=Block)

Check = Callable[[Any, Document], Iterable[Inconsistency]]
"""Looks at a case and its document, and says what does not fit together."""


def validated(
    model: type[Case], document: Document, checks: Sequence[Check] = (), *, known: Collection[str] | None = None
) -> tuple[Case | None, list[Problem]]:
    """The case that a document holds, or ``None``, and every problem with it; ``checks`` look at the whole case.

    ``known`` are headings that are not asked again what does not fit, nor are names, because the document is a variant
    of one whose names and headings are in order.

    What cannot be read does not hide what does not fit together: cross-checks also run on a case whose unknown keys
    are left out and whose unreadable figures are unknown, as far as the rest of it can be read.
    """
    try:
        case = model.model_validate(document.data)
    except ValidationError as error:
        details = error.errors(include_url=False)
        problems = problems_of(details, model, document)
        places = {(problem.file, problem.line, problem.key) for problem in problems}
        more = _of_the_rest(model, document, details, checks)
        return None, [*problems, *(found for found in more if (found.file, found.line, found.key) not in places)]
    named = name_problems(case, document) if known is None else []
    problems = [*named, *_inconsistencies(case, document, checks, known=known or ())]
    return (None if problems else case), problems


def _of_the_rest(
    model: type[Case], document: Document, details: Sequence[ErrorDetails], checks: Sequence[Check]
) -> Iterator[Problem]:
    """What does not fit together in the part of a case that can be read."""
    rest = document
    for detail in details:
        spot = located(model, detail["loc"])
        if detail["type"] == "unreadable":
            rest = rest.changed(spot.path, detail["ctx"]["found"], Place(document.name, 1, 1))
        elif detail["type"] in ("extra_forbidden", "literal_error"):
            rest = rest.without(spot.path)
        elif detail["loc"][-1] == "[key]":
            rest = rest.renamed(spot.path, as_name(str(spot.path[-1])))
        elif detail["type"] == "missing" and spot.declaration and spot.declaration.kind is Kind.FIGURE:
            rest = rest.changed(spot.path, Figure(UNKNOWN), Place(document.name, 1, 1))
    try:
        case = model.model_validate(rest.data)
    except ValidationError:
        return
    yield from name_problems(case, document)
    yield from _inconsistencies(case, document, checks, incomplete=True)


def _inconsistencies(
    case: Block,
    document: Document,
    checks: Sequence[Check],
    *,
    known: Collection[str] = (),
    incomplete: bool = False,
) -> Iterator[Problem]:
    """What each block says of itself. In part of a case, a check that needs an unknown number is passed over."""
    blocks = ((path, block) for path, block in blocks_of(case) if not path or path[0] not in known)
    asked = [(path, partial(block.inconsistencies, case)) for path, block in blocks]
    asked += [((), partial(check, case, document)) for check in checks]
    for path, ask in asked:
        try:
            for below, what, remedy in ask():
                yield document.problem((*path, *below), what, remedy)
        except LookupError:
            if not incomplete:
                raise
