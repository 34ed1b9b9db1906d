"""From a document to a case: one thing wrong does not hide another."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from finmodel.inputs.block import Inconsistency
from finmodel.inputs.document import Document
from finmodel.inputs.validation import Check, validated
from tests.inputs.good_case import edited
from tests.inputs.good_case import said as said_of_real_case
from tests.inputs.small_case import SMALL, SmallCase, document


def said(text: str, *checks: Check) -> list[str]:
    """The problems of a text."""
    case, problems = validated(SmallCase, document(text), checks)
    assert (case is None) == bool(problems)
    return sorted(f"{problem.key}: {problem.what}" for problem in problems)


def test_a_good_document_is_a_case() -> None:
    assert said(SMALL) == []


def test_what_does_not_fit_together_is_placed_below_its_block() -> None:
    assert said(SMALL.replace("beside: street", "beside: square")) == ["items.corner.beside: square does not exist"]


def test_an_unreadable_figure_does_not_hide_an_unknown_name() -> None:
    text = SMALL.replace("beside: street", "beside: square").replace("weight: 0.4", "weight: heavy")
    assert said(text) == [
        "items.corner.beside: square does not exist",
        'items.street.areas.north.weight: "heavy" is text where a number is wanted',
    ]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("limits: {height: 10}", "limits: {heigth: 10}"),
        ("north: {weight: 0.4}", "north: {}"),
        ("height: 10", "height: 10, method: rough"),
        ("  corner:", "  Corner:"),
    ],
    ids=["an unknown key", "a missing figure", "a bad word", "a bad name"],
)
def test_neither_does_anything_else_that_can_be_looked_past(right: str, wrong: str) -> None:
    messages = said(SMALL.replace("beside: street", "beside: square").replace(right, wrong))
    assert len(messages) >= 2
    assert any("square does not exist" in message for message in messages)


def test_an_item_of_unknown_type_is_not_said_to_be_missing_elsewhere() -> None:
    assert said(SMALL.replace("type: lamp", "type: lampe")) == ['items.street.type: "lampe" is not one of: lamp, pole']


def test_an_unknown_number_is_not_said_to_break_a_rule() -> None:
    assert said(SMALL.replace("height: 10", "height: ten")) == ['limits.height: "ten" is text where a number is wanted']


def test_an_unknown_number_breaks_no_rule_of_the_real_case(tmp_path: Path) -> None:
    for line in ("construction_months: 12", "operation_months: 60", "start: 2027-01-01", "tenor_months: 60"):
        assert len(said_of_real_case(tmp_path, edited(line, line.split(":")[0] + ": unknown"))) == 1


def test_checks_of_the_whole_case_are_asked_too() -> None:
    def crowded(case: SmallCase, found: Document) -> Iterable[Inconsistency]:
        assert found.name == "small.yaml"
        if len(case.items) > 1:
            yield ("items",), "are too many", "keep one"

    assert said(SMALL, crowded) == ["items: are too many"]


def test_a_check_that_needs_an_unknown_number_is_passed_over() -> None:
    def whole(case: SmallCase, found: Document) -> Iterable[Inconsistency]:
        if int(case.limits.height.number) > 5 and found.data:
            yield ("limits",), "are high", "lower them"

    assert said(SMALL, whole) == ["limits: are high"]
    assert len(said(SMALL.replace("height: 10", "height: ten"), whole)) == 1
