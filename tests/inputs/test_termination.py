"""Terms of termination: nothing is assumed for a case that says nothing, and one number must be stated."""

from pathlib import Path

import pytest

from tests.inputs.good_case import load, said


def test_a_case_may_say_nothing_of_termination(tmp_path: Path) -> None:
    assert load(tmp_path).case.termination is None


def test_the_return_of_shareholders_must_be_stated(tmp_path: Path) -> None:
    (message,) = said(tmp_path, overrides=["termination={breakage_share: 1 %}"])
    assert "termination.equity_rate: is missing" in message


def test_a_private_default_pays_85_percent_of_senior_debt_unless_stated_and_says_where_that_is_from(
    tmp_path: Path,
) -> None:
    found = load(tmp_path, overrides=["termination={equity_rate: 20 %}"]).case.termination
    assert found is not None
    assert (found.private_default, found.private_default_debt_share.number) == ("debt", 0.85)
    assert found.private_default_debt_share.provenance.status == "unverified"
    assert "70 to 100 %" in found.private_default_debt_share.provenance.source


@pytest.mark.parametrize("basis", ["debt", "book_value", "market_value, retender_rate: 18 %"])
def test_every_basis_of_a_private_default_can_be_stated(basis: str, tmp_path: Path) -> None:
    assert said(tmp_path, overrides=[f"termination={{equity_rate: 20 %, private_default: {basis}}}"]) == []


def test_costs_of_leaving_may_change_from_year_to_year(tmp_path: Path) -> None:
    stated = "termination={equity_rate: 20 %, redundancy_cost: {by_year: {2027: 10, 2030: 20}}}"
    assert said(tmp_path, overrides=[stated]) == []
