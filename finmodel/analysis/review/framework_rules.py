"""Rules on framework and review: what no document states, what does not fit the label, who has not reviewed yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from finmodel.analysis.review.components import components, reviewed
from finmodel.analysis.review.material import Material
from finmodel.analysis.review.rule import Instance, Rule
from finmodel.inputs.impact_indicators import CATEGORIES
from finmodel.review import Told
from finmodel.units import Unit

__all__ = ["FRAMEWORK_RULES"]

_YEAR = re.compile(r"\b(19|20)\d\d\b")
_GREEN = 10
"""So many categories come first and are green; the others are social."""
_PLACES = {
    "use_of_proceeds": "green.framework",
    "selection": "green.framework",
    "management": "green.management",
    "reporting": "green.reporting",
    "framework": "green.framework",
    "external_review": "green.external_reviews",
}


def missing_evidence(component: str) -> Rule[Material]:
    """The rule that tells of everything that is not stated on one component."""

    def look(m: Material) -> Iterator[Instance]:
        found = next(one for one in components(m) if one.key == component)
        if found.missing:
            yield _PLACES[component], {"missing": Told(tuple(found.missing))}

    return Rule(
        "missing_evidence", "evidence", component, "Missing evidence",
        "Not stated: %(missing)s.",
        "State it as the issuer's documents have it.",
        look,
    )  # fmt: skip


def _does_not_fit(m: Material) -> Iterator[Instance]:
    known = list(CATEGORIES)
    social = {name for name, terms in m.projects() if known.index(terms.category) >= _GREEN}
    everything = {name for name, _ in m.projects()}
    wrong = {"green": social, "social": everything - social}.get(m.green.label, set())
    for name in sorted(wrong):
        category = CATEGORIES[m.green.projects[name].category]
        told = {"project": m.named(name), "category": Told(category), "label": Told(_LABELS[m.green.label])}
        yield f"green.projects.{name}.category", told
    if m.green.label == "sustainability" and (social == everything or not social):
        yield "green.label", {"project": Told("All projects"), "category": Told("One kind alone"),
                              "label": Told(_LABELS["sustainability"])}  # fmt: skip


_LABELS = {"green": "Green", "social": "Social", "sustainability": "Sustainability"}


def _no_target(m: Material) -> Iterator[Instance]:
    known = list(CATEGORIES)
    for name, terms in m.projects():
        if known.index(terms.category) >= _GREEN and terms.target_population is None:
            yield f"green.projects.{name}.target_population", {"project": m.named(name)}


def _no_edition(m: Material) -> Iterator[Instance]:
    said = m.green.framework.principles
    if said is not None and not _YEAR.search(said):
        yield "green.framework.principles", {"principles": Told(said)}


def _not_published(m: Material) -> Iterator[Instance]:
    reviews = m.green.external_reviews
    if reviews and not reviewed(m):
        yield (
            "green.external_reviews",
            {"states": Told(tuple(dict.fromkeys(_STATES[o.state] for o in reviews.values())))},
        )


_STATES = {"planned": "Planned", "mandated": "Mandated", "published": "Published"}


def _reviewed_before(m: Material) -> Iterator[Instance]:
    adopted = m.green.framework.adopted
    for name, one in m.green.external_reviews.items():
        if adopted is not None and one.dated is not None and one.dated.number < adopted.number:
            told = {"dated": Told(one.dated.number, Unit.DATE), "adopted": Told(adopted.number, Unit.DATE)}
            yield f"green.external_reviews.{name}.dated", told


def _not_to_be_read(m: Material) -> Iterator[Instance]:
    for name, one in m.green.external_reviews.items():
        known = {"Reviewer": one.reviewer, "Standard": one.standard, "Document": one.document, "Date": one.dated}
        lacking = tuple(label for label, said in known.items() if said is None)
        if one.state == "published" and lacking:
            yield f"green.external_reviews.{name}", {"lacking": Told(lacking)}


def _adopted_after_issue(m: Material) -> Iterator[Instance]:
    adopted = m.green.framework.adopted
    for name in m.instruments:
        first = m.of_proceeds(name, "proceeds_from")
        if adopted is not None and first is not None and adopted.number > first:
            told = {"adopted": Told(adopted.number, Unit.DATE), "issued": Told(first, Unit.DATE)}
            yield "green.framework.adopted", told | {"instrument": m.instrument_named(name)}


def _no_goal(m: Material) -> Iterator[Instance]:
    silent = tuple(m.label(name) for name, terms in m.projects() if not terms.sdgs)
    if silent:
        yield "green.projects", {"projects": Told(silent)}


FRAMEWORK_RULES = (
    *(missing_evidence(component) for component in _PLACES),
    Rule(
        "label_does_not_fit", "fault", "use_of_proceeds", "A project that does not fit the label",
        "%(project)s: %(category)s. The label is %(label)s.",
        "Change the label, or take the project out.",
        _does_not_fit,
    ),
    Rule(
        "no_target_population", "evidence", "selection", "No target population",
        "%(project)s is a social project, and does not say whom it serves.",
        "State target_population.",
        _no_target,
    ),
    Rule(
        "no_edition", "note", "framework", "Principles without their edition",
        "The framework names the principles that it follows without a year: %(principles)s.",
        "Name the edition, such as June 2021.",
        _no_edition,
    ),
    Rule(
        "review_not_published", "evidence", "external_review", "No review published yet",
        "No external review has been published: %(states)s.",
        "Add the review once it is there.",
        _not_published,
    ),
    Rule(
        "review_before_framework", "fault", "external_review", "A review older than the framework",
        "The review is of %(dated)s; the framework was adopted on %(adopted)s.",
        "Have the framework in force reviewed, or correct the dates.",
        _reviewed_before,
    ),
    Rule(
        "review_cannot_be_read", "evidence", "external_review", "A published review that cannot be followed up",
        "A review is called published, but these are not stated: %(lacking)s.",
        "State them.",
        _not_to_be_read,
    ),
    Rule(
        "framework_after_issue", "fault", "framework", "A framework younger than the issue",
        "The framework was adopted on %(adopted)s; proceeds of %(instrument)s come from %(issued)s.",
        "Show the framework under which it was issued.",
        _adopted_after_issue,
    ),
    Rule(
        "no_goal", "note", "use_of_proceeds", "No sustainable development goal",
        "%(projects)s: no sustainable development goal is named.",
        "Name them under sdgs.",
        _no_goal,
    ),
)  # fmt: skip
