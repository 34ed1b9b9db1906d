"""What pydantic found wrong with a case, said in the words of the case file, with what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from pydantic_core import ErrorDetails

from finmodel.errors import Problem
from finmodel.inputs.block import Block
from finmodel.inputs.declarations import Kind, Spot, located
from finmodel.inputs.document import Document
from finmodel.inputs.number import shown
from finmodel.inputs.trouble import nearest, unknown

__all__ = ["as_name", "problems_of"]

_MAPPING = ("stands where a mapping is wanted", "write keys below it, indented")
_LIST = ("stands where a list is wanted", "write a list: [first, second]")
_YES_NO = ("stands where yes or no is wanted", "write true or false")
_WHOLE = ("stands where a whole number is wanted", "write a whole number")
_NUMBER = ("stands where a number is wanted", "write a number")
_TEXT = ("stands where a text is wanted", "write a text in quotes")
_WANTED = {
    "bool_parsing": _YES_NO,
    "bool_type": _YES_NO,
    "dict_type": _MAPPING,
    "float_type": _NUMBER,
    "int_from_float": _WHOLE,
    "int_type": _WHOLE,
    "list_type": _LIST,
    "mapping_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "model_type": _MAPPING,
    "string_type": _TEXT,
    "tuple_type": _LIST,
}
"""What is wrong and what to do, by the type of pydantic's error; the value is named before."""

_LIMITS = {
    "greater_than": ("is not above", "gt"),
    "greater_than_equal": ("is below", "ge"),
    "less_than": ("is not below", "lt"),
    "less_than_equal": ("is above", "le"),
}
_SIZES = {"string_too_short", "string_too_long", "too_short", "too_long"}


def problems_of(details: Sequence[ErrorDetails], model: type[Block], document: Document) -> list[Problem]:
    """The errors that pydantic found, each said in the words of the case file and put where it stands."""
    meant = {(*detail["loc"][:-1], _meant(detail, model)) for detail in details if detail["type"] == "extra_forbidden"}
    return [
        problem
        for detail in details
        if not (detail["type"] == "missing" and detail["loc"] in meant)
        for problem in _WAYS.get(detail["type"], _other)(detail, model, document)
    ]


def _meant(detail: ErrorDetails, model: type[Block]) -> str:
    return nearest(str(detail["loc"][-1]), located(model, detail["loc"][:-1]).keys)


def as_name(wrong: str) -> str:
    """The nearest name of small letters, digits and underscores; empty if there is none."""
    plain = "".join(c if c.isascii() and c.isalnum() else "_" for c in wrong.strip().lower()).strip("_")
    return plain if plain[:1].isalpha() else ""


def _unreadable(detail: ErrorDetails, model: type[Block], document: Document) -> Iterator[Problem]:
    path = located(model, detail["loc"]).path
    for trouble in detail["ctx"]["troubles"]:
        yield document.problem((*path, *trouble.path), trouble.what, trouble.remedy, at_key=trouble.at_key)


def _missing(detail: ErrorDetails, model: type[Block], document: Document) -> Iterator[Problem]:
    spot = located(model, detail["loc"])
    yield document.problem(spot.path, "is missing", _addition(spot), at_key=True)


def _addition(spot: Spot) -> str:
    found, key = spot.declaration, spot.path[-1]
    if found is None:
        return f"add {key}:"
    if found.spec is not None:
        unit = ", ".join(found.spec.choices) or found.spec.unit.value
        return f"add {key}: {found.spec.label} ({unit})"
    if found.words:
        return f"add {key}: {' or '.join(str(word) for word in found.words)}"
    if found.kind is not Kind.WORD:
        return f"add the heading {key}: with its keys below"
    return f"add {key}:" + (f" {found.info.title}" if found.info.title else "")


def _unknown_key(detail: ErrorDetails, model: type[Block], document: Document) -> Iterator[Problem]:
    spot, above = located(model, detail["loc"]), located(model, detail["loc"][:-1])
    near = nearest(str(spot.path[-1]), above.keys)
    what = f"is not a key of {above.path[-1]}" if above.path else "is not a heading of a case"
    remedy = f"did you mean {near}?" if near else f"the keys here are {', '.join(above.keys)}"
    yield document.problem(spot.path, what, remedy, at_key=True)


def _bad_type(detail: ErrorDetails, model: type[Block], document: Document) -> Iterator[Problem]:
    spot, raw = located(model, detail["loc"]), detail["input"]
    words = spot.declaration.tags if spot.declaration else ()
    key = spot.tag_key
    if isinstance(raw, Mapping) and key in raw:
        yield document.problem((*spot.path, key), *unknown(raw[key], words))
    else:
        yield document.problem((*spot.path, key), "is missing", f"add {key}: {' or '.join(words)}", at_key=True)


def _bad_word(detail: ErrorDetails, model: type[Block], document: Document) -> Iterator[Problem]:
    spot, raw = located(model, detail["loc"]), detail["input"]
    known = spot.declaration.words if spot.declaration else ()
    words = [shown(word) if isinstance(word, bool) else str(word) for word in known]
    yield document.problem(spot.path, *unknown(raw, words))


def _bad_pattern(detail: ErrorDetails, model: type[Block], document: Document) -> Iterator[Problem]:
    spot, raw = located(model, detail["loc"]), str(detail["input"])
    if detail["loc"][-1] != "[key]":
        note = spot.declaration.info.description if spot.declaration else ""
        yield document.problem(spot.path, f"{shown(raw)} is not written as wanted", note or "see finmodel schema")
        return
    name = as_name(raw)
    what = "is not a name: small letters a-z, digits and _, beginning with a letter"
    yield document.problem(spot.path, what, f"write {name}" if name else "choose such a name", at_key=True)


def _other(detail: ErrorDetails, model: type[Block], document: Document) -> Iterator[Problem]:
    kind, raw, context = detail["type"], detail["input"], detail.get("ctx", {})
    spot = located(model, detail["loc"])
    if raw is None or raw == {}:
        what, remedy = "has nothing below it", "fill it in, or take the key out"
    elif kind in _WANTED:
        what, remedy = f"{shown(raw)} {_WANTED[kind][0]}", _WANTED[kind][1]
        if kind == "string_type" and isinstance(raw, (int, float)):
            remedy = f'write "{shown(raw)}" in quotes'
        if kind.startswith("bool") and isinstance(raw, str):
            remedy = {"yes": "write true", "on": "write true", "y": "write true"}.get(raw.lower(), remedy)
            remedy = {"no": "write false", "off": "write false", "n": "write false"}.get(raw.lower(), remedy)
    elif kind in _LIMITS:
        said, bound = _LIMITS[kind]
        what, remedy = f"{shown(raw)} {said} {context[bound]}", "write a number within the bounds"
    elif kind in _SIZES:
        what, remedy = f"{shown(raw)} is too {kind.rsplit('_', 1)[-1]}", "see the documentation of this key"
    elif kind in ("value_error", "assertion_error"):
        what, _, remedy = str(context.get("error", "")).partition("; ")
    else:
        what, remedy = f"{shown(raw)} cannot be read here", "compare with the output of finmodel schema"
    yield document.problem(spot.path, what, remedy)


_WAYS: Mapping[str, Callable[[ErrorDetails, type[Block], Document], Iterator[Problem]]] = {
    "unreadable": _unreadable,
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "union_tag_invalid": _bad_type,
    "union_tag_not_found": _bad_type,
    "literal_error": _bad_word,
    "enum": _bad_word,
    "string_pattern_mismatch": _bad_pattern,
}
