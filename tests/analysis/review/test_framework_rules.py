"""Rules on framework and review: labels that fit, reviews that can be followed up, dates in their order."""

from typing import Any

from finmodel.review import LABELLED_COMPONENTS, Finding
from tests.analysis.review.cases import found

OPINION = "green.external_reviews.opinion"


def of(changes: dict[str, Any], code: str) -> list[Finding]:
    return [finding for finding in found(changes) if finding.code == code]


def test_what_is_missing_is_told_component_by_component() -> None:
    silent = {f"green.{heading}": None for heading in ("framework", "management", "reporting", "external_reviews")}
    missing = of(silent, "missing_evidence")
    assert {finding.component for finding in missing} == LABELLED_COMPONENTS.keys()
    told = {finding.component: finding.told["missing"].value for finding in missing}
    assert told["reporting"] == ("Reports on allocation", "Reports on impact", "How often", "Until when",
                                 "Where reports are published")  # fmt: skip
    assert told["external_review"] == ("A second-party opinion, verification, certification or score",)


def test_a_green_label_is_for_green_projects_and_a_social_one_for_social_projects() -> None:
    social = {
        "green.projects.water.category": "affordable_housing",
        "green.projects.water.target_population": "Families",
    }
    (finding,) = of(social, "label_does_not_fit")
    assert (finding.where, finding.told["label"].value) == ("green.projects.water.category", "Green")
    assert len(of(social | {"green.label": "social"}, "label_does_not_fit")) == 2
    assert of(social | {"green.label": "sustainability"}, "label_does_not_fit") == []


def test_a_sustainability_label_is_for_both_kinds() -> None:
    assert [finding.where for finding in of({"green.label": "sustainability"}, "label_does_not_fit")] == ["green.label"]


def test_an_edition_is_told_by_its_year() -> None:
    assert of({"green.framework.principles": "Green Bond Principles 2025"}, "no_edition") == []
    assert len(of({"green.framework.principles": "Green Bond Principles 4"}, "no_edition")) == 1


def test_one_published_review_is_enough() -> None:
    planned = {"kind": "verification", "state": "planned"}
    assert of({"green.external_reviews.later": planned}, "review_not_published") == []
    assert of({"green.external_reviews.later": planned}, "review_cannot_be_read") == []
    (finding,) = of({f"{OPINION}.state": "mandated", "green.external_reviews.later": planned}, "review_not_published")
    assert finding.told["states"].value == ("Mandated", "Planned")


def test_what_lacks_of_a_published_review_is_named() -> None:
    (finding,) = of({f"{OPINION}.reviewer": None, f"{OPINION}.document": None}, "review_cannot_be_read")
    assert finding.told["lacking"].value == ("Reviewer", "Document")


def test_a_framework_may_be_adopted_on_the_day_of_issue_and_reviewed_on_the_day_it_is_adopted() -> None:
    assert found({"green.framework.adopted": "2027-01-01", f"{OPINION}.dated": "2027-01-01"}) == ()


def test_projects_without_a_goal_are_named_together() -> None:
    (finding,) = of({"green.projects.water.sdgs": None, "green.projects.solar.sdgs": None}, "no_goal")
    assert finding.told["projects"].value == ("Solar plant", "Water network")
