"""Rules on linked instruments: what is not stated, targets without ambition, steps too small, nobody who reviewed."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.analysis.review.linked_components import lacking
from finmodel.analysis.review.linked_material import Linked, LinkedMaterial
from finmodel.analysis.review.rule import Instance, Rule
from finmodel.review import LINKED_COMPONENTS, Told
from finmodel.units import Unit

__all__ = ["LINKED_RULES"]

_CUSTOMARY = 0.0025
"""25 basis points for a missed target are customary; from memory, not from a published rule."""


def missing_evidence(component: str) -> Rule[LinkedMaterial]:
    """The rule that tells of everything that is not stated on one component."""

    def look(m: LinkedMaterial) -> Iterator[Instance]:
        missing = tuple(lacking(m, component))
        if missing:
            where = m.indicators[0].where.split(".")
            yield ".".join(where[:2]), {"missing": Told(missing)}

    return Rule(
        "missing_evidence", "evidence", component, "Missing evidence",
        "Not stated: %(missing)s.",
        "State it as the issuer's documents have it.",
        look,
    )  # fmt: skip


def _told(one: Linked) -> dict[str, Told]:
    return {"target": Told(one.label), "instrument": Told(one.instrument_label)}


def _expected_missed(m: LinkedMaterial) -> Iterator[Instance]:
    for one, terms in m.targets:
        observed = m.value(one, "observed")
        if m.value(one, "missed") and observed is not None:
            told = {"observed": Told(observed, measure=one.unit), "wanted": Told(terms.target.number, measure=one.unit)}
            yield f"{one.where}.path", _told(one) | told


def _met_already(m: LinkedMaterial) -> Iterator[Instance]:
    """The indicator reaches the target a year or more before it is observed, and is no worse on the day."""
    for one, terms in m.targets:
        if m.value(one, "missed"):
            continue
        sign = 1 if terms.better == "less" else -1
        levels = zip(m.results.periods, m.series(one, "indicator"), strict=False)
        met = (p.start.year for p, level in levels if level is not None and sign * (level - terms.target.number) <= 0)
        first, observed = next(met, None), terms.observation_date.day.year
        if first is not None and first < observed:
            years = {"first": Told(float(first), Unit.CALENDAR_YEAR), "year": Told(float(observed), Unit.CALENDAR_YEAR)}
            yield f"{one.where}.target", _told(one) | years


def _small_step(m: LinkedMaterial) -> Iterator[Instance]:
    for one, terms in m.targets:
        step, premium = terms.step_up_rate.number, terms.premium_rate
        if step < _CUSTOMARY and not (premium is not None and premium.number):
            told = {"step": Told(step, Unit.RATE), "usual": Told(_CUSTOMARY, Unit.RATE)}
            cost = m.value(one, "missed_value")
            told |= {"cost": Told(cost or 0.0, Unit.MONEY)}
            yield f"{one.where}.step_up_rate", _told(one) | told


def _unverified(m: LinkedMaterial) -> Iterator[Instance]:
    for one, terms in m.targets:
        found = terms.baseline
        if found is not None and found.provenance.status == "unverified":
            yield f"{one.where}.baseline", _told(one) | {"baseline": Told(found.number, measure=one.unit)}


def _not_reviewed(m: LinkedMaterial) -> Iterator[Instance]:
    for one in m.indicators:
        review = one.terms.external_review
        if review is not None and review.state != "published":
            yield f"{one.where}.external_review", _told(one) | {"state": Told(review.state.capitalize())}


LINKED_RULES: tuple[Rule[LinkedMaterial], ...] = (
    *(missing_evidence(component) for component in LINKED_COMPONENTS),
    Rule(
        "target_expected_missed", "evidence", "targets", "A target that the case itself expects to miss",
        "%(target)s: the case expects %(observed)s on the day of observation; the target is %(wanted)s.",
        "Show how it is to be reached, or set a target that the issuer means to reach.",
        _expected_missed,
    ),
    Rule(
        "target_met_already", "note", "targets", "A target that is met long before it is observed",
        "%(target)s: the case meets it from %(first)s on, and it is observed for %(year)s: the later years ask nothing"
        " more.",
        "Observe earlier, or set a target for that year.",
        _met_already,
    ),
    Rule(
        "baseline_unverified", "evidence", "targets", "A baseline that is not verified",
        "%(target)s: the baseline of %(baseline)s has not been verified, so neither has what the target improves on.",
        "Have it verified, and state status: seen.",
        _unverified,
    ),
    Rule(
        "small_step", "note", "characteristics", "A small step",
        "%(target)s: missing it adds %(step)s to the coupon, %(cost)s in present value; %(usual)s for a missed target"
        " are customary.",
        "Show that the step matters beside the cost of reaching the target.",
        _small_step,
    ),
    Rule(
        "linked_review_not_published", "evidence", "indicator_verification", "No opinion on the target published yet",
        "%(target)s of %(instrument)s: no opinion has been published. It is: %(state)s.",
        "Add it once it is there.",
        _not_reviewed,
    ),
)  # fmt: skip
