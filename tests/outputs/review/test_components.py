"""Components in the order of the principles, each with what is stated, what is missing and the findings on it."""

from dataclasses import replace

from finmodel.outputs.review.components import component_blocks
from finmodel.outputs.review.findings import finding_cards
from finmodel.outputs.term_sheet.view import View
from tests.outputs.review.packs import COMPONENTS, faulty_review


def test_the_four_come_first_and_are_numbered(view: View) -> None:
    mixed = replace(faulty_review(), components=COMPONENTS[::-1])
    titles = [block.title for block in component_blocks(view, mixed, finding_cards(view, mixed))]
    assert titles == [
        "1. Use of proceeds",
        "2. Project evaluation and selection",
        "3. Management of proceeds",
        "4. Reporting",
        "Framework",
        "External review",
    ]


def test_each_has_its_own_findings(view: View) -> None:
    review = faulty_review()
    blocks = component_blocks(view, review, finding_cards(view, review))
    assert [[card.number for card in block.findings] for block in blocks] == [[3], [], [1], [2, 4], [], []]


def test_what_is_stated_and_what_is_missing_stand_apart(view: View) -> None:
    review = faulty_review()
    use = component_blocks(view, review, finding_cards(view, review))[0]
    assert [(term.label, term.texts) for term in use.stated] == [
        ("Categories", ("Renewable energy", "Clean transportation")),
        ("Look-back", ("24\N{NO-BREAK SPACE}months",)),
    ]
    assert (use.missing, use.state_label) == (("Exclusions",), "Evidence is missing")
