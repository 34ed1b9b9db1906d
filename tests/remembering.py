"""What many tests would do again and again is done once: building graphs of the same parts, compiling the same code.

Both give the same for the same, so no test can tell; a few hundred results are kept, those asked for last.
"""

from __future__ import annotations

import builtins
from collections import OrderedDict
from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache, partial
from types import FunctionType

from finmodel.engines import numpy_engine
from finmodel.expr.graph import Graph, build
from finmodel.expr.line import Variable
from finmodel.expr.section import Definition, Part
from finmodel.model import assembly

__all__ = ["alike", "build_once", "remember"]

KEPT = 300

_GRAPHS: OrderedDict[Hashable, Graph] = OrderedDict()
_DEFINITIONS: dict[int, tuple[Definition, Hashable]] = {}
"""What a definition is alike to, by its identity; the definition is kept, so that its identity stays its own."""


def remember() -> None:
    """From now on models are built, and programs compiled, once for the same."""
    setattr(assembly, "build", build_once)  # noqa: B010 - a name that the module imports, not one it exports
    setattr(numpy_engine, "compile", lru_cache(KEPT)(builtins.compile))  # noqa: B010 - a name it takes from Python


def build_once(parts: Iterable[Part], inputs: Iterable[Variable]) -> Graph:
    """The graph of these parts over these inputs: the one built before if there was one."""
    parts, inputs = list(parts), list(inputs)
    try:
        key: Hashable = (tuple(map(_part, parts)), tuple(inputs))
        known = _GRAPHS.get(key)
    except TypeError:  # something in a formula that may change: nothing is known of it
        return build(parts, inputs)
    if known is None:
        known = _GRAPHS[key] = build(parts, inputs)
    _GRAPHS.move_to_end(key)
    if len(_GRAPHS) > KEPT:
        _GRAPHS.popitem(last=False)
    return known


def _part(part: Part) -> Hashable:
    definitions = tuple(map(_definition, part.definitions))
    words = (part.section, part.title, part.instance, part.instance_label)
    return (*words, definitions, alike(part.roles), alike(part.links))


def _definition(definition: Definition) -> Hashable:
    if id(definition) in _DEFINITIONS:
        return _DEFINITIONS[id(definition)][1]
    fields: list[object] = [getattr(definition, name) for name in Definition.__dataclass_fields__]
    key = tuple(map(alike, fields))
    if isinstance(definition.formula, FunctionType) and definition.formula.__closure__ is None:
        _DEFINITIONS[id(definition)] = (definition, key)
    return key


def alike(value: object) -> Hashable:
    """The same for values that mean the same: functions are alike in their code and all that it is bound to.

    Raises ``TypeError`` for what may change.
    """
    if isinstance(value, FunctionType):
        bound = tuple(alike(cell.cell_contents) for cell in value.__closure__ or ())
        return (value.__module__, value.__code__, bound, alike(value.__defaults__), alike(value.__kwdefaults__))
    if isinstance(value, partial):
        return (partial, alike(value.func), alike(value.args), alike(value.keywords))
    if isinstance(value, Mapping):
        return tuple((alike(key), alike(one)) for key, one in value.items())
    if isinstance(value, (list, tuple)):
        return (type(value), *map(alike, value))
    hash(value)
    return (type(value), value)
