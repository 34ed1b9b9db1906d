"""The components of the principles in one language: what is stated, what evidence is missing, what was found."""

from __future__ import annotations

from collections.abc import Sequence

from finmodel.outputs.review.document import ComponentBlock, FindingCard
from finmodel.outputs.review.words import told_texts, word
from finmodel.outputs.term_sheet.document import Term
from finmodel.outputs.term_sheet.view import View
from finmodel.review import COMPONENTS, STATES, Component, Review

__all__ = ["component_blocks"]

_NUMBERED = 4
"""So many components come first and have a number; the others are what the principles recommend beside them."""


def component_blocks(view: View, review: Review, cards: Sequence[FindingCard]) -> tuple[ComponentBlock, ...]:
    """The four components in their order, then framework and external review."""
    found = {component.key: component for component in review.components}
    known = {key: place for place, key in enumerate(COMPONENTS, start=1)}
    concerned = list(zip(review.findings, cards, strict=True))
    return tuple(
        _block(view, found[key], place, tuple(card for finding, card in concerned if finding.component == key))
        for key, place in known.items()
        if key in found
    )


def _block(view: View, component: Component, place: int, cards: tuple[FindingCard, ...]) -> ComponentBlock:
    title = view.say(COMPONENTS[component.key])
    return ComponentBlock(
        key=component.key,
        title=f"{place}. {title}" if place <= _NUMBERED else title,
        state=component.state,
        state_label=view.say(STATES[component.state]),
        stated=tuple(Term(word(view, one.label), told_texts(view, one.said)) for one in component.stated),
        missing=tuple(word(view, label) for label in component.missing),
        findings=cards,
    )
