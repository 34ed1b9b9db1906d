"""Screening of eligible projects against a taxonomy: eligible, not eligible, or evidence is needed, with the reason.

A threshold that the file calls unverified decides nothing: whatever meets it, or fails it, needs evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from finmodel.inputs.green import Green
from finmodel.inputs.taxonomy import OPERATORS, Criterion, Taxonomy
from finmodel.inputs.taxonomy_evidence import TaxonomyEvidence
from finmodel.review import Sentence, Told

__all__ = ["Judged", "Screening", "screenings"]

ELIGIBLE, NEEDS_EVIDENCE, NOT_ELIGIBLE = "eligible", "needs_evidence", "not_eligible"

_NO_TAXONOMY = "There is no taxonomy of that name."
_NO_CODE = "The taxonomy has no activity of that code."
_CATEGORY = "The code is of a category: an activity of it must be named, such as %(codes)s."
_ALL_MET = "Every criterion is met."
_BY_ITSELF = "The activity counts as it is."
_BY_ITSELF_UNVERIFIED = "That no threshold applies is not verified."
_UNKNOWN = "The threshold is not known: it is to be read in the taxonomy."
_LACKING = "%(indicator)s is not stated; the threshold is %(operator)s %(threshold)s."
_NOT_SHOWN = "No document shows: %(wanted)s."
_SHOWN = "A document shows: %(wanted)s."
_SHOWN_UNVERIFIED = "A document shows it, but what is to be shown is not verified: %(wanted)s."
_MET = "%(indicator)s of %(value)s meets the threshold, %(operator)s %(threshold)s."
_MET_WITHOUT_DOCUMENT = (
    "%(indicator)s of %(value)s would meet the threshold, %(operator)s %(threshold)s, but no document shows it."
)
_MET_UNVERIFIED = "%(indicator)s of %(value)s meets %(operator)s %(threshold)s, but that threshold is not verified."
_FAILED = "%(indicator)s of %(value)s fails the threshold, %(operator)s %(threshold)s."
_FAILED_UNVERIFIED = "%(indicator)s of %(value)s fails %(operator)s %(threshold)s, and that threshold is not verified."


@dataclass(frozen=True, slots=True)
class Judged:
    """One criterion with the evidence for it, and what comes of it."""

    criterion: Criterion
    evidence: TaxonomyEvidence | None
    verdict: str
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Screening:
    """One project against one taxonomy."""

    project: str
    taxonomy: str
    code: str
    verdict: str
    """``eligible``, ``needs_evidence`` or ``not_eligible``."""
    reason: Sentence
    criteria: Sequence[Judged] = ()
    """Nothing where the taxonomy has no such activity."""

    @property
    def known(self) -> bool:
        """Whether the taxonomy has the activity."""
        return bool(self.criteria)

    @property
    def waiting(self) -> tuple[Judged, ...]:
        """The criteria for which evidence is needed: not those of which an alternative is met already."""
        served = {one.criterion.any_of for one in self.criteria if one.verdict == ELIGIBLE} - {""}
        return tuple(
            one for one in self.criteria if one.verdict == NEEDS_EVIDENCE and one.criterion.any_of not in served
        )


def screenings(
    green: Green, evidence: Iterable[TaxonomyEvidence], taxonomies: Mapping[str, Taxonomy]
) -> tuple[Screening, ...]:
    """Every project by every code that it states, in the order of the case."""
    found: dict[str, dict[str, TaxonomyEvidence]] = {}
    for one in evidence:
        found.setdefault(one.project, {})[one.indicator] = one
    return tuple(
        _screened(project, name, code, found.get(project, {}), taxonomies.get(name))
        for project, terms in green.projects.items()
        for name, code in terms.taxonomy.items()
    )


def _screened(
    project: str, name: str, code: str, evidence: Mapping[str, TaxonomyEvidence], taxonomy: Taxonomy | None
) -> Screening:
    if taxonomy is None:
        return Screening(project, name, code, NEEDS_EVIDENCE, Sentence(_NO_TAXONOMY))
    rows = taxonomy.of(code)
    if not rows:
        below = taxonomy.below(code)
        reason = Sentence(_CATEGORY, {"codes": Told(below)}) if below else Sentence(_NO_CODE)
        return Screening(project, name, code, NEEDS_EVIDENCE, reason)
    judged = tuple(_judged(row, evidence.get(row.indicator)) for row in rows)
    verdict, reason = _together(judged)
    return Screening(project, name, code, verdict, reason, judged)


def _together(judged: Sequence[Judged]) -> tuple[str, Sentence]:
    """All rows of an activity must be met; of alternatives, one is enough. The first that is not tells the reason."""
    parts = list(_parts(judged))
    for verdict in (NOT_ELIGIBLE, NEEDS_EVIDENCE):
        for part in parts:
            if part.verdict == verdict:
                return verdict, part.reason
    return ELIGIBLE, parts[0].reason if len(parts) == 1 else Sentence(_ALL_MET)


def _parts(judged: Sequence[Judged]) -> Iterator[Judged]:
    """Each row that stands alone, and of each set of alternatives the one that serves best."""
    best: dict[str, Judged] = {}
    for one in judged:
        group = one.criterion.any_of
        if not group:
            yield one
        elif group not in best or _worth(one) > _worth(best[group]):
            best[group] = one
    yield from best.values()


def _worth(one: Judged) -> tuple[int, bool]:
    """Which of several alternatives serves best: by its verdict, then whether anything is stated for it."""
    return (NOT_ELIGIBLE, NEEDS_EVIDENCE, ELIGIBLE).index(one.verdict), one.evidence is not None


def _judged(row: Criterion, evidence: TaxonomyEvidence | None) -> Judged:
    verdict, text = _verdict(row, evidence)
    return Judged(row, evidence, verdict, Sentence(text, _told(row, evidence, text)))


def _verdict(row: Criterion, evidence: TaxonomyEvidence | None) -> tuple[str, str]:
    if row.operator == "unknown":
        return NEEDS_EVIDENCE, _UNKNOWN
    if row.operator == "none":
        return (ELIGIBLE, _BY_ITSELF) if row.verified else (NEEDS_EVIDENCE, _BY_ITSELF_UNVERIFIED)
    if row.operator == "shown":
        if evidence is None or evidence.document is None:
            return NEEDS_EVIDENCE, _NOT_SHOWN
        return (ELIGIBLE, _SHOWN) if row.verified else (NEEDS_EVIDENCE, _SHOWN_UNVERIFIED)
    if evidence is None or evidence.value is None:
        return NEEDS_EVIDENCE, _LACKING
    if not row.met_by(evidence.value.number):
        return (NOT_ELIGIBLE, _FAILED) if row.verified else (NEEDS_EVIDENCE, _FAILED_UNVERIFIED)
    if not row.verified:
        return NEEDS_EVIDENCE, _MET_UNVERIFIED
    return (ELIGIBLE, _MET) if evidence.document is not None else (NEEDS_EVIDENCE, _MET_WITHOUT_DOCUMENT)


def _told(row: Criterion, evidence: TaxonomyEvidence | None, text: str) -> dict[str, Told]:
    told = {"wanted": Told(row.wanted), "indicator": Told(row.label), "operator": Told(OPERATORS[row.operator])}
    if row.threshold is not None:
        told["threshold"] = Told(row.threshold, measure=row.unit)
    if evidence is not None and evidence.value is not None:
        told["value"] = Told(evidence.value.number, measure=row.unit)
    return {name: one for name, one in told.items() if f"%({name})s" in text}
