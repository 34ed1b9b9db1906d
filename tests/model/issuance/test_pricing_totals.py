"""Means over all bonds, by principal."""

import pytest

from tests.model.small_issuance import BOND, issued


def test_of_one_bond_the_means_are_its_own() -> None:
    run = issued()
    for mean, own in {"yield_at_issue": "effective_yield", "all_in_cost": "effective_cost",
                      "modified_duration": "modified_duration", "average_life": "average_life"}.items():  # fmt: skip
        assert run.value(mean) == pytest.approx(run.value(f"first_at_issue.{own}"))


def test_of_several_bonds_they_are_weighted_by_principal() -> None:
    run = issued({"bonds.second": BOND | {"principal": 3000.0, "issue_price": 1.0, "maturity_date": "2027-09-15"}})
    assert run.value("average_life") == pytest.approx((3 * 1000 + 1 * 3000) / 4000)
    assert run.value("yield_at_issue") == pytest.approx(
        (run.value("first_at_issue.effective_yield") + 3 * run.value("second_at_issue.effective_yield")) / 4
    )
