"""Rules on taxonomies: codes that are missing or not known, thresholds not verified, evidence that lacks."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.analysis.review.material import Material
from finmodel.analysis.review.rule import Instance, Rule
from finmodel.analysis.taxonomy import Screening
from finmodel.review import Told

__all__ = ["TAXONOMY_RULES"]


def _where(one: Screening) -> str:
    return f"green.projects.{one.project}.taxonomy.{one.taxonomy}"


def _told(m: Material, one: Screening) -> dict[str, Told]:
    return {"project": m.named(one.project), "taxonomy": Told(one.taxonomy.upper()), "code": Told(one.code)}


def _no_code(m: Material) -> Iterator[Instance]:
    for name, terms in m.projects():
        if not terms.taxonomy:
            yield f"green.projects.{name}.taxonomy", {"project": m.named(name)}


def _unknown_code(m: Material) -> Iterator[Instance]:
    for one in m.screenings:
        if not one.known:
            yield _where(one), _told(m, one)


def _not_eligible(m: Material) -> Iterator[Instance]:
    for one in m.screenings:
        if one.verdict == "not_eligible":
            yield _where(one), _told(m, one) | {"reason": Told(one.reason)}


def _unverified(m: Material) -> Iterator[Instance]:
    for one in m.screenings:
        open_rows = [row for row in one.waiting if not row.criterion.verified]
        if open_rows:
            told = {"indicators": Told(tuple(dict.fromkeys(_asked(row.criterion.label) for row in open_rows)))}
            yield _where(one), _told(m, one) | told


_CONDITION = "The condition of the activity"


def _asked(label: str) -> str:
    return label or _CONDITION


def _lacking(m: Material) -> Iterator[Instance]:
    """Only what a verified criterion waits for: where it is not verified, the threshold comes first."""
    for one in m.screenings:
        waiting = [row for row in one.waiting if row.criterion.verified]
        if waiting:
            told = {"indicators": Told(tuple(dict.fromkeys(row.criterion.label for row in waiting)))}
            yield _where(one), _told(m, one) | told


TAXONOMY_RULES = (
    Rule(
        "no_taxonomy_code", "evidence", "use_of_proceeds", "No code of a taxonomy",
        "%(project)s states no code of any taxonomy, so it is screened against none.",
        "State its activity, such as taxonomy: {kz: 2.2.3}.",
        _no_code,
    ),
    Rule(
        "unknown_taxonomy_code", "fault", "use_of_proceeds", "A code that the taxonomy does not have",
        "%(project)s states %(taxonomy)s %(code)s, which is no activity of that taxonomy.",
        "Correct the code; name an activity and not its category; or give the authority's own file.",
        _unknown_code,
    ),
    Rule(
        "not_eligible", "fault", "use_of_proceeds", "Not eligible under the taxonomy",
        "%(project)s is not eligible as %(taxonomy)s %(code)s: %(reason)s",
        "Take the project out, or correct what is stated of it.",
        _not_eligible,
    ),
    Rule(
        "threshold_unverified", "evidence", "use_of_proceeds", "Threshold unverified",
        "%(project)s as %(taxonomy)s %(code)s: the threshold of the taxonomy is not verified (%(indicators)s), so"
        " nothing can be called eligible by it.",
        "Read the threshold in the text in force, and put it into the file of the taxonomy with status: seen.",
        _unverified,
    ),
    Rule(
        "taxonomy_evidence_missing", "evidence", "use_of_proceeds", "Evidence for the taxonomy is missing",
        "%(project)s as %(taxonomy)s %(code)s: the taxonomy asks for %(indicators)s, which no document shows.",
        "State it under taxonomy, with the document that shows it.",
        _lacking,
    ),
)  # fmt: skip
