"""The JSON Schema of a case file, for editors: keys with their descriptions, values with their forms and bounds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from finmodel.inputs.block import Block, Text
from finmodel.inputs.case import Case
from finmodel.inputs.declarations import Declaration, Kind, alternatives, declarations
from finmodel.inputs.figure import Figure, FigureSpec
from finmodel.inputs.number import as_day
from finmodel.inputs.provenance import STATUSES
from finmodel.inputs.text import LANGUAGES
from finmodel.units import Unit

__all__ = ["schema", "schema_text"]

Schema = dict[str, Any]

_NAME = "^[a-z][a-z0-9_]*$"
_PERCENT = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+) ?%$"
_PROVENANCE: Schema = {
    "source": {"type": "string", "description": "Where the number comes from."},
    "as_of": {"type": ["string", "integer"], "description": "When it was so: a day, month, quarter or year."},
    "status": {"enum": list(STATUSES), "description": "How far it can be trusted."},
    "note": {"type": "string", "description": "What a reader should know about the number."},
}
_SIMPLE: Mapping[type, str] = {str: "string", bool: "boolean", int: "integer", float: "number"}


def schema_text(model: type[Block] = Case) -> str:
    """The schema as JSON text, for ``finmodel schema``."""
    return json.dumps(schema(model), indent=2, ensure_ascii=False) + "\n"


def schema(model: type[Block] = Case) -> Schema:
    """The JSON Schema (draft 2020-12) of a case declared by ``model``."""
    writer = _Writer()
    top = writer.block(model)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "finmodel case",
        **top,
        "$defs": {"text": _text(), **_PROVENANCE, **dict(sorted(writer.definitions.items()))},
    }


class _Writer:
    """Writes each block once under ``$defs`` and refers to it."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def block(self, model: type[Block]) -> Schema:
        """The schema of one block."""
        found = declarations(model)
        return {
            "description": (model.__doc__ or "").split("\n")[0],
            "type": "object",
            "properties": {name: self.key(declared) for name, declared in found.items()},
            "required": [name for name, declared in found.items() if declared.info.is_required()],
            "additionalProperties": False,
        }

    def key(self, declared: Declaration) -> Schema:
        """The schema of what stands under one key."""
        info = declared.info
        if declared.spec is not None:
            one = _figure(declared.spec, info.default)
            return _named(one) if declared.kind is Kind.FIGURES else one
        body = _word(info.annotation) if declared.kind is Kind.WORD else self._blocks(declared)
        said = {"title": info.title, "description": info.description}
        return {**{key: text for key, text in said.items() if text}, **body}

    def _blocks(self, declared: Declaration) -> Schema:
        models = declared.models or {}
        options = [self._reference(model) for model in dict.fromkeys(models.values())]
        one = options[0] if len(options) == 1 else {"oneOf": options}
        if declared.kind is Kind.BLOCKS:
            return _named(one)
        return {"type": "array", "items": one} if declared.kind is Kind.LIST else one

    def _reference(self, model: type[Block]) -> Schema:
        if model.__name__ not in self.definitions:
            self.definitions[model.__name__] = {}
            self.definitions[model.__name__] = self.block(model)
        return {"$ref": f"#/$defs/{model.__name__}"}


def _named(one: Schema) -> Schema:
    return {"type": "object", "propertyNames": {"pattern": _NAME}, "additionalProperties": one}


def _figure(spec: FigureSpec, default: object) -> Schema:
    """A figure: its plain forms, and the mapping that says where it comes from."""
    one = _amount(spec)
    several = {"type": "array", "items": one, "minItems": 1}
    plain = [one, several] if spec.series or spec.profile else [one]
    keys: Schema = {"value": {"anyOf": plain} if len(plain) > 1 else one}
    if spec.series:
        years = {"type": "object", "propertyNames": {"pattern": "^[0-9]{4}$"}, "additionalProperties": one}
        keys |= {"by_year": {**years, "minProperties": 1}, "by_period": several}
    keys |= {key: {"$ref": f"#/$defs/{key}"} for key in _PROVENANCE}
    unit = ", ".join(spec.choices) or spec.unit.value
    stated = {"default": _said(default, spec)} if isinstance(default, Figure) else {}
    return {
        "title": f"{spec.label} ({unit})",
        "description": " ".join(part for part in (f"{spec.label}, {unit}.", spec.note) if part),
        **stated,
        "anyOf": [*plain, {"type": "object", "properties": keys, "additionalProperties": False}],
    }


def _amount(spec: FigureSpec) -> Schema:
    """One number, as a case file may write it."""
    if spec.choices:
        return {"enum": list(spec.choices)}
    if spec.unit is Unit.DATE:
        return {"type": "string", "format": "date"}
    if spec.unit is Unit.FLAG:
        return {"enum": [True, False, 0, 1]}
    low, high = spec.bounds
    bounds = {key: bound for key, bound in (("minimum", low), ("maximum", high)) if bound is not None}
    number = {"type": "integer" if spec.whole else "number", **bounds}
    if spec.unit.format.percent:
        return {"anyOf": [number, {"type": "string", "pattern": _PERCENT}]}
    return number


def _said(figure: Figure, spec: FigureSpec) -> object:
    """A default as a case file would state it."""
    if figure.chosen:
        return figure.chosen
    if spec.unit is Unit.DATE:
        return as_day(figure.number).isoformat()
    if spec.unit is Unit.FLAG:
        return bool(figure.number)
    return list(figure.value) if isinstance(figure.value, tuple) else figure.value


def _word(annotation: Any) -> Schema:
    """A structural word, text, or collection of them."""
    options = [_option(part) for part in alternatives(annotation)]
    if not options:
        return {}
    return options[0] if len(options) == 1 else {"anyOf": options}


def _option(part: Any) -> Schema:
    if part is Text:
        return {"$ref": "#/$defs/text"}
    origin, inside = get_origin(part), [item for item in get_args(part) if item not in (Ellipsis, NoneType)]
    if origin is Literal:
        return {"enum": inside}
    if origin is dict:
        return {"type": "object", "additionalProperties": _word(inside[-1])}
    if origin in (list, tuple):
        return {"type": "array", "items": _word(inside[0])}
    return {"type": _SIMPLE[part]} if part in _SIMPLE else {}


def _text() -> Schema:
    languages = {language: {"type": "string"} for language in LANGUAGES}
    mapping = {"type": "object", "properties": languages, "additionalProperties": False, "minProperties": 1}
    return {"description": "A text, or its translations.", "anyOf": [{"type": "string"}, mapping]}
