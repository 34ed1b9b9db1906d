"""The findings of a review in one language, the gravest first, and the sentence that sums them up."""

from __future__ import annotations

from finmodel.outputs.review.document import FindingCard
from finmodel.outputs.review.words import sentence
from finmodel.outputs.term_sheet.view import View
from finmodel.review import COMPONENTS, SEVERITIES, Finding, Review

__all__ = ["finding_cards", "verdict"]


def finding_cards(view: View, review: Review) -> tuple[FindingCard, ...]:
    """Every finding, numbered in the order of the review."""
    return tuple(_card(view, number, finding) for number, finding in enumerate(review.findings, start=1))


def _card(view: View, number: int, finding: Finding) -> FindingCard:
    told = dict(finding.told)
    return FindingCard(
        number=number,
        code=finding.code,
        severity=finding.severity,
        severity_label=view.say(SEVERITIES[finding.severity]),
        component=view.say(COMPONENTS[finding.component]),
        where=finding.where,
        title=sentence(view, finding.title, told),
        what=sentence(view, finding.what, told),
        remedy=sentence(view, finding.remedy, told),
    )


def verdict(view: View, review: Review) -> str:
    """How many findings there are of each severity, in one sentence; or that there is none."""
    say = view.language
    faults, evidence, notes = (len(review.of(severity)) for severity in SEVERITIES)
    counted = (
        (faults, say.ngettext("%(count)s finding must be corrected", "%(count)s findings must be corrected", faults)),
        (evidence, say.ngettext("evidence is needed for %(count)s", "evidence is needed for %(count)s", evidence)),
        (notes, say.ngettext("%(count)s is to be noted", "%(count)s are to be noted", notes)),
    )
    said = [message % {"count": count} for count, message in counted if count]
    if not said:
        return view.say("No finding: what the case states is complete, and its numbers agree with the model.")
    text = "; ".join(said) + "."
    return text[:1].upper() + text[1:]
