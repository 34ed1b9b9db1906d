"""The components of the principles: what the case states on each, in its own words, and what it does not state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from finmodel.analysis.review.material import Material
from finmodel.inputs.block import Block
from finmodel.inputs.declarations import declarations
from finmodel.inputs.figure import Figure
from finmodel.inputs.green_framework import ExternalReview
from finmodel.inputs.impact_indicators import CATEGORIES
from finmodel.inputs.text import Text, in_words
from finmodel.review import LABELLED_COMPONENTS, Component, Statement, Told

__all__ = ["components", "reviewed"]

_FRAMEWORK: Mapping[str, tuple[str, ...]] = {
    "use_of_proceeds": ("use_of_proceeds", "objectives", "exclusions"),
    "selection": ("selection", "risks"),
    "framework": ("title", "principles", "adopted", "document"),
}
"""What the framework must say on a component."""
_MANAGEMENT = ("tracking", "rules", "allocation_months")
_REPORTING = ("allocation", "impact", "frequency", "until", "published")
_BESIDE = {
    "use_of_proceeds": ("management", ("look_back_months",)),
    "reporting": ("reporting", ("verified", "currency")),
}
_NO_PLACEMENT = "Where proceeds wait that are not allocated"
_NO_REVIEW = "A second-party opinion, verification, certification or score"


def components(m: Material) -> tuple[Component, ...]:
    """Every component, in the order of the principles."""
    return tuple(_component(m, key) for key in LABELLED_COMPONENTS)


def _component(m: Material, key: str) -> Component:
    items = [*_items(m, key)]
    stated = [Statement(label, said) for label, said in items if said is not None]
    missing = [label for label, said in items if said is None]
    state = "missing" if not stated else "partial" if missing else "complete"
    state = "planned" if state == "complete" and key == "external_review" and not reviewed(m) else state
    extra = [] if state == "missing" else [*_beside(m, key)]
    return Component(key, state, (*stated, *extra), missing)


def reviewed(m: Material) -> bool:
    """Whether an external review is done: what is planned or mandated is none yet."""
    return any(one.state == "published" for one in m.green.external_reviews.values())


def _items(m: Material, key: str) -> Iterator[tuple[str, Told | None]]:
    """What must be stated on a component, each with what is."""
    if key in _FRAMEWORK:
        yield from _words(m.green.framework, _FRAMEWORK[key])
    elif key == "management":
        yield from _words(m.green.management, _MANAGEMENT)
        held = tuple(one.label or in_words(name) for name, one in m.green.management.placements.items())
        yield _NO_PLACEMENT, Told(held) if held else None
    elif key == "reporting":
        yield from _words(m.green.reporting, _REPORTING)
    else:
        reviews = [_review(name, one) for name, one in m.green.external_reviews.items()]
        yield from reviews
        if not reviews:
            yield _NO_REVIEW, None


def _words(block: Block, names: tuple[str, ...]) -> Iterator[tuple[str, Told | None]]:
    declared = declarations(type(block))
    for name in names:
        yield declared[name].info.title or name, _told(block, name)


def _told(block: Block, name: str) -> Told | None:
    value, spec = getattr(block, name), declarations(type(block))[name].spec
    if isinstance(value, Figure) and spec is not None:
        return Told(value.number, spec.unit)
    if isinstance(value, bool):
        return Told("Yes") if value else None
    if value is None:
        return None
    return Told(value if isinstance(value, Text) else in_words(str(value)))


def _review(name: str, one: ExternalReview) -> tuple[str, Told]:
    said = [in_words(one.kind), in_words(one.stage), in_words(one.state)]
    said += [text for text in (one.reviewer, one.standard) if text is not None]
    return one.label or in_words(name), Told(tuple(said))


def _beside(m: Material, key: str) -> Iterator[Statement]:
    """What is stated besides, and need not be."""
    if key == "use_of_proceeds":
        yield Statement("Categories", Told(tuple(dict.fromkeys(CATEGORIES[one.category] for _, one in m.projects()))))
    heading, names = _BESIDE.get(key, ("reporting", ()))
    for label, said in _words(getattr(m.green, heading), names):
        if said is not None:
            yield Statement(label, said)
