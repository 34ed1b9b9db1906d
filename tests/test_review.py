"""Records of a review: what belongs to a component, how grave it is, and rows that can be added up again."""

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.review import COMPONENTS, SEVERITIES, Finding, Review, ReviewColumn, ReviewRow, ReviewTable
from finmodel.units import Unit
from tests.model.small_case import small_model


def finding(code: str, severity: str, component: str) -> Finding:
    return Finding(code, severity, component, "green", code.replace("_", " "), "What is wrong", "What to do")


@pytest.fixture(scope="module")
def review() -> Review:
    findings = (
        finding("over_allocation", "fault", "management"),
        finding("threshold_unverified", "evidence", "use_of_proceeds"),
        finding("unused_look_back", "note", "management"),
    )
    results = evaluate(small_model({}), About("small", "Small deal", "KZT"))
    return Review(results, "green", (), findings)


def test_findings_are_told_by_component(review: Review) -> None:
    assert [one.code for one in review.found("management")] == ["over_allocation", "unused_look_back"]
    assert {one.component for one in review.findings} <= COMPONENTS.keys()


def test_findings_are_told_by_how_grave_they_are(review: Review) -> None:
    assert [one.code for one in review.of("evidence")] == ["threshold_unverified"]
    assert [one.code for severity in SEVERITIES for one in review.of(severity)] == [f.code for f in review.findings]


def test_totals_are_no_records() -> None:
    columns = (ReviewColumn("project", "Project", holds_words=True), ReviewColumn("allocated", "Allocated", Unit.MONEY))
    rows = (ReviewRow(("Solar", 3.0)), ReviewRow(("Water", 4.0)), ReviewRow(("All", 7.0), "total"))
    table = ReviewTable("allocation", "Allocation", columns, rows)
    assert [record["allocated"] for record in table.records] == [3.0, 4.0]
