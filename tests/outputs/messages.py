"""Every message that a document may show, collected from templates, from code and from the model's definitions."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_file

from finmodel.engines.words_engine import PHRASES
from finmodel.engines.words_reasons import REASONS
from finmodel.inputs.case import Case
from finmodel.inputs.facilities import HIGHEST_RANK
from finmodel.inputs.provenance import STATUSES
from finmodel.resources import templates_folder
from finmodel.units import Unit
from tests.outputs.review_messages import review_messages

__all__ = ["Message", "messages"]

Message = str | tuple[str, str]
"""The English text; of a plural, that for one and that for many."""

_ROOT = templates_folder().parent
_SAYING = {
    **dict.fromkeys(("gettext", "say", "translate", "written", "term", "defined"), 0),
    **dict.fromkeys(("of_each", "value_of_each", "defined_of_each", "_owed"), 1),
    "yearly": 2,
}
"""Functions that take a message, and which of their arguments it is, counted from 0."""
_DOCUMENTS = (
    "finmodel/outputs/language.py", "finmodel/outputs/summary.py", "finmodel/outputs/explanation.py",
    "finmodel/outputs/risk_text.py", "finmodel/outputs/support_tables.py", "finmodel/outputs/support_records.py",
    "finmodel/outputs/support_text.py", "finmodel/outputs/review_text.py", "finmodel/review.py",
    "finmodel/risk_distributions.py", "finmodel/analysis/comparison/two_deals.py",
)  # fmt: skip
_PAGES = ("term_sheet", "review", "uncertainty")
"""Documents that have a folder of templates and one of code, both of one name."""
_ANSWERS = ("comparison", "sensitivity", "simulation", "portfolio")
"""Answers of the command line that have a folder of code."""
_NOTED = {"concessionality", "cost_of_debt", "mobilisation", "targets"}
"""Concepts of the model of which a document explains every scalar."""
_LABELLED = {
    "line": (0,),
    "scalar": (0,),
    "solved": (0,),
    "figure": (0,),
    "word": (0,),
    "Section": (1,),
    "entry": (1,),
    "Fact": (0, 1),
}
"""Calls that declare something with a label, and the positions of what is shown among the arguments, from 0."""
_ASKING = ("Who ", "With whom")
"""How a question begins to which the answer is a party."""
_RECORDED = {"finmodel/analysis/contingent.py": ("_row", 2)}
"""Code that adds rows of its own to a table of record: the call and the position of the row's label."""


def messages() -> dict[Message, str]:
    """Each message with the file it comes from, in a lasting order."""
    found: dict[Message, str] = {}
    for place, message in [*_said(), *_defined(), *_recorded(), *_worded(), *review_messages()]:
        found.setdefault(message, place)
    return found


def _said() -> Iterator[tuple[str, Message]]:
    """What templates and the code of documents pass to the catalogue."""
    pages = [path for folder in _PAGES for path in sorted((_ROOT / "templates" / folder).glob("*.html"))]
    for path in pages:
        for _, text, _, _ in extract_from_file("jinja2.ext:babel_extract", path):
            yield _place(path), text if isinstance(text, str) else (text[0], text[1])
    rooms = [
        path for folder in (*_PAGES, *_ANSWERS) for path in sorted((_ROOT / "finmodel/outputs" / folder).glob("*.py"))
    ]
    for path in [*(_ROOT / name for name in _DOCUMENTS), *rooms]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        yield from ((_place(path), text) for call in calls for text in _passed(call))
        yield from ((_place(path), text) for text in _tabled(tree))


def _passed(call: ast.Call) -> Iterator[Message]:
    name = _called(call)
    if name == "ngettext":
        one, many = (next(_values(argument), "") for argument in call.args[:2])
        if one and many:
            yield one, many
    elif name in _SAYING and len(call.args) > _SAYING[name]:
        yield from _values(call.args[_SAYING[name]])


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _tabled(tree: ast.Module) -> Iterator[str]:
    """Texts in the constants of a module: the values that begin with a capital and the patterns with a place."""
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None and "__all__" not in ast.dump(node):
            for part in _values(node.value):
                if part[:1].isupper() or "%(" in part:
                    yield part


def _values(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Tuple | ast.List | ast.Set):
        for part in node.elts:
            yield from _values(part)
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from _values(value)
    elif isinstance(node, ast.Call) and _called(node) == "_Words":
        for part in node.args:
            yield from _values(part)


def _defined() -> Iterator[tuple[str, Message]]:
    """Labels and titles of the model's lines and of the case's figures, parties, choices and notes of key results."""
    for folder in ("finmodel/model", "finmodel/inputs"):
        for path in sorted((_ROOT / folder).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            if path.stem.endswith("_parts"):
                yield from ((_place(path), text) for text in _instances(tree))
            yield from ((_place(path), text) for text in _stated(tree))
            for node in ast.walk(tree):
                if isinstance(node, ast.Call):
                    texts = [*_labels(node), *_parties(node), *_choices(node)]
                elif isinstance(node, ast.FunctionDef):
                    texts = list(_notes(node, every=path.stem in _NOTED))
                else:
                    continue
                yield from ((_place(path), text) for text in texts)


def _instances(tree: ast.Module) -> Iterator[str]:
    """What the model calls the instances it makes of its own: the phrases in the code that puts parts together."""
    nodes = list(ast.walk(tree))
    pieces = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    left_out = pieces | {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in left_out:
            text = node.value
            if " " in text and (text[:1].isupper() or _is_pattern(text)):
                yield text


def _is_pattern(text: str) -> bool:
    """Whether words stand beside the places of a pattern: without any there is nothing to translate."""
    rest = re.sub(r"%\(\w+\)s", "", text)
    return rest != text and any(letter.isalpha() for letter in rest)


def _stated(tree: ast.Module) -> Iterator[str]:
    """Sentences that a choice picks from: each is given the name ``text``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and [getattr(target, "id", "") for target in node.targets] == ["text"]:
            yield from (text for text in _values(node.value) if text.endswith("."))


def _labels(call: ast.Call) -> Iterator[str]:
    for position in _LABELLED.get(_called(call), ()):
        if len(call.args) > position:
            yield from _values(call.args[position])


def _parties(call: ast.Call) -> Iterator[str]:
    """Who pays or is paid, as the model and the defaults of the case name them."""
    asked = call.args and isinstance(call.args[0], ast.Constant) and str(call.args[0].value).startswith(_ASKING)
    for keyword in call.keywords:
        if keyword.arg in {"payer", "payee"} or (asked and keyword.arg == "default"):
            yield from (text.replace("_", " ").capitalize() for text in _values(keyword.value))


def _choices(call: ast.Call) -> Iterator[str]:
    for keyword in call.keywords:
        if keyword.arg == "choices":
            yield from (text.replace("_", " ").capitalize() for text in _values(keyword.value))


def _notes(function: ast.FunctionDef, *, every: bool) -> Iterator[str]:
    """What a key result means, or every scalar of a room: the first paragraph of its docstring."""
    calls = [made for made in function.decorator_list if isinstance(made, ast.Call)]
    scalar = every and any(_called(call) == "scalar" for call in calls)
    if scalar or any(keyword.arg == "kpi" for call in calls for keyword in call.keywords):
        yield (ast.get_docstring(function) or "").partition("\n\n")[0].replace("\n", " ")


def _recorded() -> Iterator[tuple[str, Message]]:
    """Labels of rows that no line of the model is."""
    for path, (name, position) in _RECORDED.items():
        for node in ast.walk(ast.parse((_ROOT / path).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _called(node) == name:
                yield from ((path, text) for text in _values(node.args[position]))


def _worded() -> Iterator[tuple[str, Message]]:
    """Words that stand in no call: headings of the case, statuses, units, phrases of formulas."""
    for word in ("KZT", "USD", "EUR", "thousand", "million", "billion"):
        yield "finmodel/inputs/project.py", word
    for heading in (*Case.model_fields, "grid"):
        yield "finmodel/inputs/case.py", heading.replace("_", " ").capitalize()
    for part in ("Bands", "Tiers", "Floors", "Sharing", "Fund"):
        yield "finmodel/outputs/term_sheet/stated_terms.py", part
    for rank in range(2, HIGHEST_RANK + 1):
        yield "finmodel/model/debt_parts.py", f"Rank {rank}"
        yield "finmodel/model/prepayment_parts.py", f"Sweep, rank {rank}"
    yield "finmodel/model/prepayment_parts.py", "Sweep, senior"
    yield "finmodel/model/vat_facility.py", "VAT facility"
    for status in STATUSES:
        yield "finmodel/inputs/provenance.py", status
    for unit in Unit:
        yield "finmodel/units.py", unit.value
    for phrase in (*PHRASES.values(), *REASONS.values()):
        yield "finmodel/engines/words_engine.py", phrase


def _place(path: Path) -> str:
    return path.relative_to(_ROOT).as_posix()
