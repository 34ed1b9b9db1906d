"""What is said of a building of which it is not clear how much is let, or whose costs tenants cannot pay back."""

from pathlib import Path

import pytest

from tests.inputs.good_case import said

OFFICES = "type: rent, space: 100, rent_per_unit: 0.1"


@pytest.mark.parametrize("terms", ["share_let: 90 %", "take_up: [40 %, 80 %]", "share_let: 90 %, vacancy: 5 %"])
def test_a_share_by_calendar_year_or_a_profile_by_year_of_operation_is_enough(tmp_path: Path, terms: str) -> None:
    assert said(tmp_path, overrides=[f"revenue.offices={{{OFFICES}, {terms}}}"]) == []


@pytest.mark.parametrize(
    ("terms", "place", "what"),
    [
        ("vacancy: 5 %", "share_let", "is missing; add share_let (by calendar year) or take_up"),
        ("share_let: 90 %, take_up: [40 %]", "take_up", "stands beside share_let"),
        ("share_let: 110 %", "share_let", "above 100 %"),
        ("take_up: [40 %, 120 %]", "take_up[2]", "above 100 %"),
        ("share_let: 90 %, rent_free_months: -3", "rent_free_months", "below 0"),
        ("share_let: 90 %, service_charge: {costs: []}", "service_charge.costs", "is empty"),
        ("share_let: 90 %, service_charge: {costs: [heat_of_nobody]}", "service_charge.costs[1]", "heat_of_nobody"),
    ],
)
def test_each_misuse_is_told_where_it_stands(tmp_path: Path, terms: str, place: str, what: str) -> None:
    (message,) = said(tmp_path, overrides=[f"revenue.offices={{{OFFICES}, {terms}}}"])
    assert f"revenue.offices.{place}: " in message
    assert what in message


def test_a_cost_is_recovered_once(tmp_path: Path) -> None:
    twice = "share_let: 90 %, service_charge: {costs: [upkeep, upkeep]}"
    (message,) = said(tmp_path, overrides=[f"revenue.offices={{{OFFICES}, {twice}}}"])
    assert "upkeep is named twice" in message
