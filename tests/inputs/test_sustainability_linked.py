"""What is said of targets and ratchets that do not hold together."""

from typing import Any

import pytest

from finmodel.inputs.case import Case
from finmodel.inputs.document import Document
from finmodel.inputs.validation import validated
from tests.model.small_case import small
from tests.model.thematic.linked_deal import bullet, linked


def problems(changes: dict[str, Any]) -> list[str]:
    return list(map(str, validated(Case, Document("case", small(changes)))[1]))


@pytest.mark.parametrize(
    ("changes", "place", "what"),
    [
        ({"step_up_rate": 0}, "target", "has no consequence"),
        ({"target": 700}, "target", "700 is no better than the baseline of 700"),
        ({"better": "more"}, "target", "400 is no better than the baseline of 700"),
        ({"baseline_year": None}, "baseline_year", "is missing"),
        ({"observation_date": "2026-12-31"}, "observation_date", "2026-12-31 is outside the model"),
        ({"observation_date": "2032-06-30"}, "observation_date", "leaves no period of interest"),
        ({"verification_months": 18}, "observation_date", "leaves no period of interest"),
    ],
)
def test_a_target_that_does_not_hold_together_is_told(changes: dict[str, Any], place: str, what: str) -> None:
    deal = linked(**changes)
    target = deal["facilities"]["senior"]["targets"]["energy"]
    deal["facilities"]["senior"]["targets"]["energy"] = {k: v for k, v in target.items() if v is not None}
    (message,) = problems(deal)
    assert f"facilities.senior.targets.energy.{place}: " in message
    assert what in message


def test_a_premium_may_be_observed_in_the_last_period() -> None:
    assert problems(linked(step_up_rate=0, premium_rate=0.01, observation_date="2032-06-30")) == []


def test_nothing_to_be_linked_to_is_told() -> None:
    (message,) = problems(bullet("sustainability_linked_bond", targets={}))
    assert "no target is stated" in message
    (message,) = problems(bullet("sustainability_linked_loan"))
    assert "the loan is linked to nothing; state targets or a margin_ratchet" in message


@pytest.mark.parametrize(
    ("bands", "what"),
    [
        ({}, "no band is stated"),
        ({"a": {"adjustment": 0.001}, "b": {"lower": 5, "adjustment": 0}}, "the band overlaps bands.a"),
        ({"a": {"lower": 5, "upper": 4, "adjustment": 0.001}}, "ends at 4 and begins at 5"),
    ],
)
def test_bands_that_do_not_fit_are_told(bands: dict[str, Any], what: str) -> None:
    ratchet = {"indicator": "x", "path": 1, "bands": bands}
    (message,) = problems(bullet("sustainability_linked_loan", margin_ratchet=ratchet))
    assert what in message
