"""Findings in one language, numbered in their order, and one sentence that counts them by severity."""

from dataclasses import replace

from finmodel.outputs.review.findings import finding_cards, verdict
from finmodel.outputs.term_sheet.view import View
from tests.outputs.review.packs import FINDINGS, faulty_review

NO_BREAK = "\N{NO-BREAK SPACE}"


def test_a_finding_tells_its_numbers_with_their_currency(view: View) -> None:
    card = finding_cards(view, faulty_review())[0]
    money = f"KZT{NO_BREAK}1,250.0{NO_BREAK}million"
    assert card.what.startswith(f"Solar roofs is allocated {money}, more than")
    assert (card.number, card.severity_label, card.component) == (1, "Must be corrected", "Management of proceeds")


def test_the_verdict_counts_by_severity(view: View) -> None:
    assert verdict(view, faulty_review()) == (
        "2 findings must be corrected; evidence is needed for 1; 1 is to be noted."
    )
    notes = replace(faulty_review(), findings=FINDINGS[3:] * 2)
    assert verdict(view, notes) == "2 are to be noted."


def test_without_findings_the_verdict_says_so(view: View) -> None:
    assert verdict(view, replace(faulty_review(), findings=())).startswith("No finding")
