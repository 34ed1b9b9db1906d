"""The components of the Sustainability-Linked Bond Principles: what the case states on each, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from finmodel.analysis.review.linked_material import Linked, LinkedMaterial
from finmodel.inputs.declarations import declarations
from finmodel.inputs.figure import Figure
from finmodel.inputs.green_framework import ExternalReview
from finmodel.inputs.sustainability_linked import LinkedIndicator, MarginRatchet
from finmodel.inputs.text import in_words
from finmodel.review import LINKED_COMPONENTS, Component, Sentence, Statement, Told

__all__ = ["linked_components", "lacking"]

_ASKED: Mapping[str, tuple[str, ...]] = {
    "indicators": ("indicator", "materiality", "method", "history", "benchmark"),
    "targets": ("baseline", "baseline_year", "target", "bands", "observation_date", "calibration", "plan"),
    "characteristics": ("step", "verification_months", "lag_months", "fallback"),
    "indicator_reporting": ("reported",),
    "indicator_verification": ("verified_by", "external_review"),
}
"""What must be stated on each component; a ratchet has bands where a target has a level and a day."""
_OF_A_TARGET = ("baseline", "baseline_year", "target", "observation_date", "verification_months", "plan")
_OF_A_RATCHET = ("bands", "lag_months")
_STEPS = ("step_up_rate", "step_down_rate", "premium_rate")
_LABELS = {"step": "What follows from meeting or missing the target", "bands": "Bands of the indicator"}


def linked_components(m: LinkedMaterial) -> tuple[Component, ...]:
    """All five, in the order of the principles."""
    return tuple(_component(m, key) for key in LINKED_COMPONENTS)


def lacking(m: LinkedMaterial, component: str) -> Sequence[str]:
    """What is not stated on a component, in words."""
    return next(one.missing for one in linked_components(m) if one.key == component)


def _component(m: LinkedMaterial, key: str) -> Component:
    stated, missing = [], []
    for item in _ASKED[key]:
        asked = [one for one in m.indicators if _is_asked(one, item)]
        said = [(one, _said(one, item)) for one in asked]
        found = [(one, told) for one, told in said if told is not None]
        silent = [one for one, told in said if told is None]
        if found:
            stated.append(Statement(_label(item), _together(m, found)))
        if silent:
            missing.append(_missing(item, silent, of_all=len(silent) == len(m.indicators)))
    state = "missing" if not stated else "partial" if missing else "complete"
    reviewed = any(one.terms.external_review and one.terms.external_review.state == "published" for one in m.indicators)
    if state == "complete" and key == "indicator_verification" and not reviewed:
        state = "planned"
    return Component(key, state, stated, missing)


def _is_asked(one: Linked, item: str) -> bool:
    """Some things are asked of targets alone, some of ratchets alone."""
    if isinstance(one.terms, MarginRatchet):
        return item not in _OF_A_TARGET and item != "step"
    return item not in _OF_A_RATCHET


def _label(item: str) -> str:
    return _LABELS.get(item) or next(
        declared[item].info.title or item
        for declared in (declarations(kind) for kind in (*LinkedIndicator.__subclasses__(), LinkedIndicator))
        if item in declared
    )


def _missing(item: str, silent: Sequence[Linked], *, of_all: bool) -> str:
    """What is missing; of which indicator, unless of all of them."""
    if of_all:
        return _label(item)
    told = {"item": Told(_label(item)), "indicators": Told(tuple(one.label for one in silent))}
    return Sentence("%(item)s: %(indicators)s", told)


def _together(m: LinkedMaterial, found: Sequence[tuple[Linked, Told]]) -> Told:
    """What is said of one indicator; of several, each with its name."""
    if len(m.indicators) == 1:
        return found[0][1]
    return Told(tuple(Sentence("%(of)s: %(said)s", {"of": Told(one.label), "said": told}) for one, told in found))


def _said(one: Linked, item: str) -> Told | None:
    if item == "step":
        return Told(tuple(_steps(one)))
    value = getattr(one.terms, item)
    if isinstance(value, ExternalReview):
        return Told(tuple(_review(value)))
    if isinstance(value, Figure):
        spec = declarations(type(one.terms))[item].spec
        unit = spec.unit if spec is not None and item not in ("baseline", "target") else None
        return Told(value.number, unit, "" if unit else one.unit)
    if isinstance(value, Mapping):
        return Told(tuple(band.label or in_words(name) for name, band in value.items()))
    return None if value is None else Told(value)


def _steps(one: Linked) -> Iterator[str]:
    """Every consequence that is agreed, with how much it is."""
    declared = declarations(type(one.terms))
    for name in _STEPS:
        found: Figure | None = getattr(one.terms, name)
        spec = declared[name].spec
        if found is not None and found.number and spec is not None:
            label = Told(declared[name].info.title or name)
            yield Sentence("%(label)s: %(value)s", {"label": label, "value": Told(found.number, spec.unit)})


def _review(one: ExternalReview) -> Iterator[str]:
    yield from (in_words(word) for word in (one.kind, one.stage, one.state))
    yield from (text for text in (one.reviewer, one.standard) if text is not None)
