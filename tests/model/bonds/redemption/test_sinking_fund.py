"""Sinking fund by hand: level payments and their interest redeem the bond at maturity, to the last tenge."""

import pytest

from tests.model.bonds.small_bonds import alone


def test_without_interest_the_principal_is_saved_in_equal_parts() -> None:
    lines = alone({"bonds.green.redemption": {"profile": "sinking_fund"}})
    assert lines.series("green.fund_paid_in") == pytest.approx([0, *[100] * 10])
    assert lines.series("green.fund_released")[-1] == pytest.approx(1000)


def test_interest_lowers_what_must_be_paid_in() -> None:
    """Ten payments at 5 % a half-year: the future value of an annuity."""
    lines = alone({"bonds.green.redemption": {"profile": "sinking_fund", "fund_rate": 0.10}})
    assert lines.series("green.fund_paid_in")[1] == pytest.approx(1000 * 0.05 / (1.05**10 - 1))
    assert lines.series("green.fund_released")[-1] == pytest.approx(1000)
    assert lines.series("green.fund_closing")[-1] == pytest.approx(0, abs=1e-9)


def test_the_bond_itself_is_repaid_at_maturity_alone() -> None:
    lines = alone({"bonds.green.redemption": {"profile": "sinking_fund", "fund_rate": 0.10, "grace_months": 12}})
    assert lines.series("green.redemption") == pytest.approx([0] * 10 + [1000])
    assert lines.series("green.fund_paid_in")[:4].tolist() == pytest.approx(
        [0, 0, 0, lines.value("green.level_payment")]
    )


def test_with_yearly_coupons_the_fund_earns_a_whole_year() -> None:
    lines = alone(
        {"bonds.green.coupons_a_year": 1, "bonds.green.redemption": {"profile": "sinking_fund", "fund_rate": 0.1}}
    )
    paid_in = 1000 * 0.1 / (1.1**5 - 1)
    assert lines.series("green.fund_paid_in")[2] == pytest.approx(paid_in)
    assert lines.series("green.fund_interest")[4] == pytest.approx(paid_in * 0.1)
