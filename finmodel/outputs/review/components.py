"""The components of the principles in one language: what is stated, what evidence is missing, what was found."""

from __future__ import annotations

from collections.abc import Sequence

from finmodel.outputs.review.document import ComponentBlock, FindingCard
from finmodel.outputs.review.words import told_texts, word
from finmodel.outputs.term_sheet.document import Term
from finmodel.outputs.term_sheet.view import View
from finmodel.review import COMPONENTS, LABELLED_COMPONENTS, LINKED_COMPONENTS, STATES, Component, Review

__all__ = ["component_blocks", "components_title"]

_NUMBERED = {
    **{key: place for place, key in enumerate(LABELLED_COMPONENTS, start=1) if place <= 4},
    **{key: place for place, key in enumerate(LINKED_COMPONENTS, start=1)},
}
"""The components that have a number in their principles; the others are what these recommend beside them."""


def components_title(view: View, review: Review) -> str:
    """Which principles the components are of: those of the labels, those of targets, or both."""
    keys = {component.key for component in review.components}
    if not keys & {*LINKED_COMPONENTS}:
        return view.say("The four components, the framework and the external review")
    if not keys & {*LABELLED_COMPONENTS}:
        return view.say("The five components of instruments that are linked to targets")
    return view.say("Components: use of proceeds, then what is linked to targets")


def component_blocks(view: View, review: Review, cards: Sequence[FindingCard]) -> tuple[ComponentBlock, ...]:
    """In the order of the principles: the four, framework and external review, then the five of what is linked."""
    found = {component.key: component for component in review.components}
    concerned = list(zip(review.findings, cards, strict=True))
    return tuple(
        _block(view, found[key], tuple(card for finding, card in concerned if finding.component == key))
        for key in COMPONENTS
        if key in found
    )


def _block(view: View, component: Component, cards: tuple[FindingCard, ...]) -> ComponentBlock:
    title, place = view.say(COMPONENTS[component.key]), _NUMBERED.get(component.key)
    return ComponentBlock(
        key=component.key,
        title=f"{place}. {title}" if place else title,
        state=component.state,
        state_label=view.say(STATES[component.state]),
        stated=tuple(Term(word(view, one.label), told_texts(view, one.said)) for one in component.stated),
        missing=tuple(word(view, label) for label in component.missing),
        findings=cards,
    )
