"""Documents that reviewers ask for: those of the case with where they can be read, and those that are missing."""

from dataclasses import replace
from functools import cache
from typing import Any

from finmodel.inputs.green import Green
from finmodel.outputs.language import translator
from finmodel.outputs.review.documents import documents_table
from finmodel.outputs.term_sheet.view import View
from finmodel.questions import review_case
from finmodel.review import Review
from tests.analysis.review.cases import COMPLIANT
from tests.outputs.review.packs import faulty_review


@cache
def compliant() -> Review:
    return review_case(COMPLIANT, taxonomy_files=[str(COMPLIANT.with_name("authority.csv"))])


def documents(review: Review) -> dict[str, dict[str, Any]]:
    table = documents_table(View(review.results, translator("en")), review)
    assert table is not None
    return {str(record["kind"]): {**record} for record in table.records}


def silent() -> Review:
    """The same review of a case whose framework and reporting say nothing."""
    green = compliant().results.details["green"]
    assert isinstance(green, Green)
    bare = Green.model_validate({"projects": green.projects})
    results = replace(compliant().results, details={**compliant().results.details, "green": bare})
    return replace(compliant(), results=results, tables={})


def test_what_can_be_read_is_told_with_its_place() -> None:
    found = documents(compliant())
    framework = found["Framework"]
    assert (framework["result"], framework["where"]) == ("Stated", "https://example.org/framework.pdf")
    assert framework["purpose"] == "Second opinion, Listing"
    assert any(kind.startswith("Second party opinion, Before issue, Published") for kind in found)


def test_evidence_and_documents_with_numbers_are_listed_once() -> None:
    kinds = [record["kind"] for record in documents(compliant()).values()]
    assert {"Evidence for a taxonomy", "Numbers compared with the model"} <= set(kinds)


def test_what_is_not_there_is_missing() -> None:
    found = documents(silent())
    assert {kind: record["result"] for kind, record in found.items()} == {
        "Framework": "Missing",
        "Undertaking": "Missing",
        "External review": "Missing",
        "Undertaken report": "Missing",
    }


def test_a_review_of_results_alone_has_no_such_table() -> None:
    review = faulty_review()
    assert documents_table(View(review.results, translator("en")), review) is None
