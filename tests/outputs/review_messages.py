"""Every message of a review that is not in the code of documents: rules, tables, taxonomies, words of the framework."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from finmodel.analysis import taxonomy as screening
from finmodel.analysis.review.claim_rules import NATURES
from finmodel.analysis.review.findings import RULES
from finmodel.analysis.review.linked_rules import LINKED_RULES
from finmodel.inputs.block import Block
from finmodel.inputs.declarations import declarations
from finmodel.inputs.green import Green
from finmodel.inputs.green_allocations import Allocation, Claim
from finmodel.inputs.green_framework import ExternalReview, Framework, Management, Placement, Reporting
from finmodel.inputs.green_projects import GreenhouseGas
from finmodel.inputs.impact_indicators import CATEGORIES, INDICATORS
from finmodel.inputs.taxonomy import INDICATORS as CRITERIA
from finmodel.inputs.taxonomy import OPERATORS, taxonomies
from finmodel.inputs.taxonomy import STATUSES as THRESHOLDS
from finmodel.inputs.text import in_words
from finmodel.resources import templates_folder

__all__ = ["review_messages"]

_ROOT = templates_folder().parent
_SHOWN = {
    "words": (1,),
    "ReviewColumn": (1,),
    "ReviewTable": (1, 4),
    "Told": (0,),
    "ReviewRow": (0,),
    "Statement": (0,),
}
"""Calls that carry words of a table or a sentence, and the positions of the words among the arguments, from 0."""
_CHOOSING = (Green, Framework, Management, Placement, Reporting, ExternalReview, Allocation, Claim, GreenhouseGas)


def review_messages() -> Iterator[tuple[str, str]]:
    """Each message with the file it comes from."""
    rules = [(rule.title, rule.what, rule.remedy) for rule in RULES]
    rules += [(rule.title, rule.what, rule.remedy) for rule in LINKED_RULES]
    yield from (("finmodel/analysis/review/findings.py", text) for texts in rules for text in texts)
    yield from (("finmodel/analysis/review/claim_rules.py", text) for text in NATURES.values())
    yield from (("finmodel/analysis/taxonomy.py", text) for text in _constants(screening))
    yield from _of_tables()
    yield from _of_taxonomies()
    for block in _CHOOSING:
        yield from (("finmodel/inputs/green_framework.py", text) for text in _choices(block))
    kinds = [*INDICATORS.values()]
    for text in (*CATEGORIES.values(), *(kind.label for kind in kinds), *(kind.unit for kind in kinds if kind.unit)):
        yield "finmodel/inputs/impact_indicators.py", text


def _constants(module: object) -> Iterator[str]:
    """The sentences of a module."""
    yield from (text for name, text in vars(module).items() if name.startswith("_") and _is_sentence(text))


def _is_sentence(text: object) -> bool:
    return isinstance(text, str) and text.endswith(".") and "\n" not in text


def _of_taxonomies() -> Iterator[tuple[str, str]]:
    for text in (*CRITERIA.values(), *OPERATORS.values(), *THRESHOLDS):
        yield "finmodel/inputs/taxonomy.py", text
    for taxonomy in taxonomies().values():
        for row in taxonomy.criteria:
            yield from (("finmodel/inputs/taxonomy.py", text) for text in (row.wanted, row.unit) if text)


def _of_tables() -> Iterator[tuple[str, str]]:
    rooms = (_ROOT / "finmodel/analysis" / room for room in ("green", "review"))
    for path in (path for room in rooms for path in sorted(room.glob("*.py"))):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        place = path.relative_to(_ROOT).as_posix()
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield from ((place, text) for text in _carried(node))
        yield from ((place, text) for text in _named(tree))


def _carried(call: ast.Call) -> Iterator[str]:
    for position in _SHOWN.get(getattr(call.func, "id", ""), ()):
        if len(call.args) > position:
            yield from _texts(call.args[position])


def _named(tree: ast.Module) -> Iterator[str]:
    """Words in the constants of a module that begin with a capital: notes, labels, words by key."""
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None and not _is_apart(node):
            yield from (text for text in _texts(node.value) if text[:1].isupper())


def _is_apart(node: ast.AST) -> bool:
    """The names that a module offers, and the rules, which are read as they are."""
    return any(word in ast.dump(node) for word in ("__all__", "Rule"))


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.Tuple | ast.List):
        for part in node.elts:
            yield from _texts(part)
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from _texts(value)
    elif isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))


def _choices(block: type[Block]) -> Iterator[str]:
    for declared in declarations(block).values():
        yield from (in_words(word) for word in declared.words if isinstance(word, str))
