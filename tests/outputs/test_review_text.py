"""A review on the screen: the verdict, findings with their remedies, components with what is missing."""

from finmodel.outputs.language import translator
from finmodel.outputs.review_text import review_lines
from tests.outputs.review.packs import compliant_review, faulty_review


def test_findings_come_first_with_their_remedies() -> None:
    lines = list(review_lines(faulty_review(), translator("en")))
    assert lines[1] == "2 findings must be corrected; evidence is needed for 1; 1 is to be noted."
    assert lines[3] == "1. Must be corrected: More is allocated than is eligible (over_allocation)"
    assert "   Where: green.allocations.roofs_2027" in lines


def test_components_tell_what_is_missing() -> None:
    lines = list(review_lines(faulty_review(), translator("en")))
    assert "1. Use of proceeds                   Evidence is missing: Exclusions" in lines


def test_without_findings_only_components_are_told() -> None:
    lines = list(review_lines(compliant_review(), translator("en")))
    assert lines[1].startswith("No finding")
    assert len(lines) == 3 + 3
