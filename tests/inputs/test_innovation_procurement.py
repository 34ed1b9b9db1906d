"""A procurement of innovation as a case states it: years or values at scale, a city that takes part, one entry."""

from pathlib import Path

import pytest

from finmodel.inputs.innovation_procurement import AtScale
from tests.inputs.good_case import said

ENTRY = "innovation_procurement.mobility={gate_months: 24, success: 40 %%, rate: 12 %%, %s}"
YEARS = "company_at_scale: {investment: [600], benefit: [0, 500, 500]}"


@pytest.mark.parametrize(
    "terms", [YEARS, "city_at_scale: {value: 300, value_failed: -100}", f"{YEARS}, scaled_if: each"]
)
def test_years_or_values_at_the_gate_have_no_problem(terms: str, tmp_path: Path) -> None:
    assert said(tmp_path, overrides=[ENTRY % terms]) == []


@pytest.mark.parametrize(
    ("terms", "says"),
    [
        ("benefit_failed: 0", "nothing is stated of the scaled phase"),
        (f"{YEARS}, city: ministry", "ministry"),
        ("city_at_scale: {value: 300}", "needs value_failed beside it"),
        ("city_at_scale: {value: 300, value_failed: 0, cost: [3]}", "values are stated by year already"),
    ],
)
def test_what_cannot_be_meant_is_refused(terms: str, says: str, tmp_path: Path) -> None:
    (problem,) = said(tmp_path, overrides=[ENTRY % terms])
    assert says in problem


def test_a_deal_is_the_pilot_of_one_innovation(tmp_path: Path) -> None:
    second = ENTRY.replace("mobility", "circular")
    (problem,) = said(tmp_path, overrides=[ENTRY % YEARS, second % YEARS])
    assert "innovation_procurement.circular.gate_months: the deal is the pilot of another entry already" in problem


def test_years_are_as_many_as_the_longest_list() -> None:
    assert AtScale.model_validate({"investment": [1.0], "benefit": [1.0, 2.0, 3.0]}).years == 3
    assert AtScale().years == 0
