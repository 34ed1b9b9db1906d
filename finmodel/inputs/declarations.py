"""What a case may say, read from the declarations of its blocks: which keys, which kinds, which types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from finmodel.inputs.block import Block
from finmodel.inputs.document import held
from finmodel.inputs.figure import FigureSpec, figure_spec
from finmodel.inputs.trouble import Path

__all__ = [
    "Declaration",
    "Kind",
    "Spot",
    "alternatives",
    "blocks_of",
    "declarations",
    "followed",
    "has_figures",
    "located",
]


class Kind(Enum):
    """What stands under a key."""

    FIGURE = "figure"
    FIGURES = "named figures"
    BLOCK = "block"
    BLOCKS = "named blocks"
    LIST = "list of blocks"
    WORD = "word"


_ONE = {Kind.FIGURES: Kind.FIGURE, Kind.BLOCKS: Kind.BLOCK, Kind.LIST: Kind.BLOCK}
"""What one of several is."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """One key of a block: its kind, and the figure or the blocks that may stand there."""

    name: str
    info: FieldInfo
    kind: Kind
    spec: FigureSpec | None = None
    models: Mapping[str, type[Block]] | None = None
    """The blocks by the word that selects them; a single block stands under the empty word."""

    @property
    def words(self) -> tuple[object, ...]:
        """The words allowed, if they are a closed list."""
        return _literals(self.info.annotation)

    @property
    def tags(self) -> tuple[str, ...]:
        """The words that select one of several blocks."""
        return tuple(tag for tag in self.models or () if tag)


@cache
def declarations(model: type[Block]) -> Mapping[str, Declaration]:
    """The keys of a block, in the order in which they are declared."""
    return {name: _declaration(name, info) for name, info in model.model_fields.items()}


def _declaration(name: str, info: FieldInfo) -> Declaration:
    annotation = info.annotation
    spec = figure_spec(info)
    origin, inner = _origin(annotation)
    if spec is not None:
        return Declaration(name, info, Kind.FIGURES if origin is dict else Kind.FIGURE, spec=spec)
    if models := _models(annotation):
        return Declaration(name, info, Kind.BLOCK, models=models)
    if inner and (models := _models(inner[-1])):
        return Declaration(name, info, Kind.BLOCKS if origin is dict else Kind.LIST, models=models)
    return Declaration(name, info, Kind.WORD)


def alternatives(annotation: Any) -> list[Any]:
    """The types of an annotation, without ``None`` and without metadata."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return alternatives(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return [bare for part in get_args(annotation) for bare in alternatives(part)]
    return [] if annotation is NoneType else [annotation]


def _origin(annotation: Any) -> tuple[Any, Sequence[Any]]:
    """``dict`` or ``list`` or ``tuple`` with its arguments, if the annotation is one."""
    for part in alternatives(annotation):
        if get_origin(part) in (dict, list, tuple):
            inside = [argument for argument in get_args(part) if argument is not Ellipsis]
            return get_origin(part), inside
    return None, ()


def _models(annotation: Any) -> dict[str, type[Block]]:
    """The blocks of an annotation by tag; nothing if it is no block."""
    found = [part for part in alternatives(annotation) if isinstance(part, type) and issubclass(part, Block)]
    if len(found) <= 1:
        return dict.fromkeys(("",), found[0]) if found else {}
    key = _tag_key(tuple(found))
    return {str(tag): model for model in found for tag in _literals(model.model_fields[key].annotation)}


@cache
def _tag_key(models: tuple[type[Block], ...]) -> str:
    """The key whose word tells blocks apart: all have it, each with words of its own."""
    for name in models[0].model_fields:
        words = [_literals(model.model_fields[name].annotation) for model in models if name in model.model_fields]
        if len(words) == len(models) and all(words) and len({w for own in words for w in own}) == sum(map(len, words)):
            return name
    raise TypeError(f"No key tells these blocks apart: {', '.join(model.__name__ for model in models)}.")


def _literals(annotation: Any) -> tuple[object, ...]:
    parts = alternatives(annotation)
    if parts and all(get_origin(part) is Literal for part in parts):
        return tuple(word for part in parts for word in get_args(part))
    return ()


def has_figures(model: type[Block]) -> bool:
    """Whether a block, or a block below it, holds figures: then its instances give names to inputs."""
    return any(
        found.spec is not None or any(has_figures(inside) for inside in (found.models or {}).values())
        for found in declarations(model).values()
    )


def blocks_of(block: Block, path: Path = ()) -> Iterator[tuple[Path, Block]]:
    """A block and every block below it, each with its path."""
    yield path, block
    for name, declared in declarations(type(block)).items():
        value = getattr(block, name) if declared.models else None
        if isinstance(value, Block):
            yield from blocks_of(value, (*path, name))
        elif isinstance(value, Mapping):
            for key, item in value.items():
                if isinstance(item, Block):
                    yield from blocks_of(item, (*path, name, key))
        elif isinstance(value, (list, tuple)):
            for place, item in enumerate(value):
                if isinstance(item, Block):
                    yield from blocks_of(item, (*path, name, place))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a case: its path, what is declared there, and which blocks may stand there."""

    path: Path = ()
    declaration: Declaration | None = None
    models: Mapping[str, type[Block]] = field(default_factory=dict)
    many: bool = False
    """Whether several stand here, in a mapping or a list."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys known here, if it is clear which block stands here."""
        return tuple(declarations(self.models[""])) if "" in self.models and not self.many else ()

    @property
    def tag_key(self) -> str:
        """The key whose word selects one of several blocks: ``type``, as a rule."""
        return _tag_key(tuple(dict.fromkeys(self.models.values())))

    def typed(self, data: Any) -> Spot:
        """The same place, its type read from the data that stand there."""
        if self.many or "" in self.models or not self.models or not isinstance(data, Mapping):
            return self
        return self.of_type(data.get(self.tag_key)) or self

    def of_type(self, tag: object) -> Spot | None:
        """The same place once its type is known; ``None`` if there is no choice of type or no such type."""
        if self.many or "" in self.models or not isinstance(tag, str) or tag not in self.models:
            return None
        return replace(self, models={"": self.models[tag]})

    def below(self, step: str | int) -> Spot | None:
        """The place one key or item below; ``None`` where nothing of that name is declared."""
        path = (*self.path, step)
        if self.many:
            one = self.declaration and replace(self.declaration, kind=_ONE[self.declaration.kind])
            return Spot(path, one, self.models)
        found = declarations(self.models[""]).get(str(step)) if "" in self.models else None
        return Spot(path, found, found.models or {}, found.kind in _ONE) if found else None


def located(model: type[Block], location: Path) -> Spot:
    """The place that pydantic names; the types of blocks, which it adds to the path, are taken out."""
    spot = Spot(models={"": model})
    for step in location:
        if step != "[key]":
            spot = spot.of_type(step) or spot.below(step) or Spot((*spot.path, step))
    return spot


def followed(model: type[Block], path: Path, data: Any) -> Spot:
    """The place that a path leads to in a case's data, or the last place before it goes astray."""
    spot = Spot(models={"": model})
    for step in path:
        spot = spot.typed(data)
        inside = held(data, step)
        below = spot.below(step)
        if below is None or (spot.many and inside is None):
            return spot
        spot, data = below, inside
    return spot.typed(data)
