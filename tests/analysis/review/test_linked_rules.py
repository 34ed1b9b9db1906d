"""Every rule on linked instruments finds its fault and nothing else in a loan to which nothing is lacking."""

from typing import Any

import pytest

from finmodel.analysis.review.linked_rules import LINKED_RULES
from tests.analysis.review.linked_cases import WHERE, linked_found

FAULTS: dict[str, dict[str, Any]] = {
    "missing_evidence": {f"{WHERE}.materiality": None},
    "target_expected_missed": {f"{WHERE}.path": 13000},
    "target_met_already": {f"{WHERE}.path": {"by_year": {2027: 22000, 2030: 12400}}},
    "baseline_unverified": {f"{WHERE}.baseline.status": "unverified"},
    "small_step": {f"{WHERE}.step_up_rate": 0.001},
    "linked_review_not_published": {f"{WHERE}.external_review.state": "planned"},
}


def test_nothing_is_found_where_nothing_is_lacking() -> None:
    assert linked_found() == ()


@pytest.mark.parametrize("code", FAULTS)
def test_each_fault_is_found_and_no_other(code: str) -> None:
    (finding,) = linked_found(FAULTS[code])
    assert finding.code == code
    assert finding.where.startswith("facilities.senior")
    assert all(f"%({name})s" in finding.what + finding.remedy or name == "instrument" for name in finding.told)


def test_every_rule_has_a_fault_that_shows_it() -> None:
    assert {rule.code for rule in LINKED_RULES} == {*FAULTS}


def test_a_premium_makes_up_for_a_small_step() -> None:
    assert linked_found({f"{WHERE}.step_up_rate": 0.001, f"{WHERE}.premium_rate": 0.005}) == ()


def test_a_target_that_is_missed_is_told_with_both_levels() -> None:
    (finding,) = linked_found(FAULTS["target_expected_missed"])
    assert (finding.told["observed"].value, finding.told["wanted"].value) == (13000, 12500)
