"""Households: how many, with what income, and how much of it a service may take."""

from pathlib import Path

from tests.inputs.good_case import said


def test_households_say_how_many_their_income_and_the_limit(tmp_path: Path) -> None:
    whole = "fiscal.households={count: 1000, income: 4, limit: 5 %}"
    assert said(tmp_path, overrides=["fiscal={}", whole]) == []
    assert len(said(tmp_path, overrides=["fiscal={}", "fiscal.households={count: 1000}"])) == 2
