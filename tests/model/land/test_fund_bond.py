"""The fund's bond: issued at close, interest on what is owed, equal instalments after grace, cover by captures."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized

DISTRICT = {
    "land": "district", "base": 1000.0, "growth": 0.1, "counterfactual_growth": 0.03, "tax_rate": 0.02, "share": 1.0,
    "years": 20.0,
}  # fmt: skip


def bonded(case: dict[str, Any] | None = None, **terms: Any) -> Batch:
    """A bond of 60 at 10 % beside a tax increment."""
    fund = {"bond": {"amount": 60.0, "rate": 0.1, "years": 6.0, **terms}}
    return sized({"land": {"tax_increment": {"district": DISTRICT}, "fund": fund}, **(case or {})})


def test_the_bond_by_hand() -> None:
    found = bonded()
    assert list(found.series("fund_bond_closing")[:8]) == pytest.approx([60, 50, 40, 30, 20, 10, 0, 0])
    assert list(found.series("fund_debt_service")[:4]) == pytest.approx([0, 16, 15, 14])
    moved = found.series("fund_bond_opening") + found.series("fund_bond_issued") - found.series("fund_bond_repaid")
    assert found.series("fund_bond_closing") == pytest.approx(moved)
    assert found.series("fund_closing")[0] == pytest.approx(60 + 2)


def test_what_is_borrowed_and_paid_back_counts_on_both_sides_of_the_fund_s_coverage() -> None:
    found = bonded()
    had = 60 + found.series("fund_income").sum() + found.series("fund_interest_earned").sum()
    assert found.lines["fund_coverage"][0] == pytest.approx(had / (60 + 0.1 * (60 + 50 + 40 + 30 + 20 + 10)))
    assert had - found.series("fund_spent").sum() == pytest.approx(found.lines["fund_at_the_end"][0])


def test_in_grace_interest_alone_is_paid() -> None:
    found = bonded(grace_years=2.0)
    assert list(found.series("fund_bond_repaid")[:8]) == pytest.approx([0, 0, 0, 15, 15, 15, 15, 0])
    assert list(found.series("fund_bond_interest")[1:4]) == pytest.approx([6, 6, 6])


def test_half_years_repay_half_as_much_and_owe_nothing_in_the_end() -> None:
    found = bonded({"timing.period": "half_year"})
    assert list(found.series("fund_bond_repaid")[:3]) == pytest.approx([0, 5, 5])
    assert found.series("fund_bond_interest")[1] == pytest.approx(3)
    assert found.series("fund_bond_closing")[-1] == pytest.approx(0)


def test_cover_is_what_the_fund_receives_by_what_it_owes_in_the_period() -> None:
    found = bonded()
    assert found.series("fund_debt_cover")[1] == pytest.approx(0.02 * 1000 * (1.1**2 - 1) / 16)
    assert found.lines["fund_debt_cover_lowest"][0] == pytest.approx(
        min(0.02 * 1000 * (1.1**t - 1) / (18 - t) for t in range(2, 8))
    )
