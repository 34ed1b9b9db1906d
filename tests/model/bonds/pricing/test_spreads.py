"""Spreads: over a curve at the same maturity, over its zero-coupon rates, and against conventional bonds."""

from typing import Any

import pytest

from tests.model.bonds.small_bonds import alone

CURVE = {
    "compounding_a_year": 2,
    "type": "yield_curve",
    "tenor_years": [1, 4, 10],
    "yields": [0.18, 0.15, 0.12],
    "zero_rates": [0.18, 0.15, 0.12],
}
OTHER = {
    "type": "bond", "maturity_date": "2032-03-18", "principal": 100.0, "issue_price": 0.97,
    "coupon": {"type": "fixed", "rate": 0.15},
}  # fmt: skip


def priced(curve: dict[str, Any], **terms: object) -> Any:
    return alone({"curves.government": curve, **{f"bonds.green.{key}": value for key, value in terms.items()}})


def test_the_benchmark_lies_in_a_straight_line_between_tenors() -> None:
    """Five years are a sixth of the way from four to ten."""
    lines = priced(CURVE, benchmark="government")
    assert lines.value("green_at_issue.benchmark_yield") == pytest.approx(0.145)
    assert lines.value("green_at_issue.g_spread") == pytest.approx(0.005)


def test_rates_that_compound_otherwise_are_brought_to_the_basis_of_the_bond() -> None:
    """14.5 % a year is 2 × (√1.145 − 1) half-yearly: as quoted, the spread would be 0.5 points instead of 1.0."""
    lines = priced(CURVE | {"compounding_a_year": 1}, benchmark="government", comparable="government")
    assert lines.value("green_at_issue.g_spread") == pytest.approx(0.15 - 2 * (1.145**0.5 - 1))
    assert lines.value("green_at_issue.greenium") == pytest.approx(lines.value("green_at_issue.g_spread"))


def test_a_conventional_bond_with_other_coupons_is_compared_on_the_same_basis() -> None:
    yearly = OTHER | {"coupons_a_year": 1, "issue_price": 1.0, "coupon": {"type": "fixed", "rate": 1.075**2 - 1}}
    lines = alone({"bonds.plain": yearly, "bonds.green.comparable": "plain"})
    assert lines.value("green_at_issue.greenium") == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize(("tenors", "wanted"), [([6, 9], 0.2), ([1, 4], 0.1)])
def test_beyond_its_tenors_a_curve_is_flat(tenors: list[int], wanted: float) -> None:
    lines = priced(
        CURVE | {"tenor_years": tenors, "yields": [0.2, 0.1], "zero_rates": [0.2, 0.1]}, benchmark="government"
    )
    assert lines.value("green_at_issue.benchmark_yield") == pytest.approx(wanted)


def test_over_a_flat_curve_the_spread_is_the_difference_of_the_yields() -> None:
    flat = {"type": "yield_curve", "tenor_years": [5], "zero_rates": [0.12], "compounding_a_year": 2}
    lines = priced(flat, benchmark="government", issue_price=0.93)
    wanted = lines.value("green_at_issue.yield_to_maturity") - 0.12
    assert lines.value("green_at_issue.z_spread") == pytest.approx(wanted, abs=1e-12)


def test_payments_discounted_at_zero_rates_and_spread_are_worth_the_price() -> None:
    lines = priced(CURVE, benchmark="government", issue_price=0.9)
    spread = lines.value("green_at_issue.z_spread")
    tenors, rates = [1, 4, 10], [0.18, 0.15, 0.12]
    worth = 0.0
    for years in [half / 2 for half in range(1, 11)]:
        rate = rates[0]
        for n in (0, 1):
            rate += (rates[n + 1] - rates[n]) * min(max((years - tenors[n]) / (tenors[n + 1] - tenors[n]), 0), 1)
        worth += (107.5 if years == 5 else 7.5) * (1 + (rate + spread) / 2) ** (-2 * years)
    assert worth == pytest.approx(90, abs=1e-9)


def test_a_greenium_is_the_yield_less_that_of_a_conventional_bond() -> None:
    lines = alone({"bonds.plain": OTHER, "bonds.green.comparable": "plain", "bonds.green.issue_price": 0.98})
    wanted = lines.value("green_at_issue.yield_to_maturity") - lines.value("plain_at_issue.yield_to_maturity")
    assert lines.value("green_at_issue.greenium") == pytest.approx(wanted)
    assert wanted < 0
    assert lines.value("green_at_issue.comparable_gap") == pytest.approx(0)


def test_how_much_longer_the_conventional_bond_runs_stands_beside() -> None:
    longer = OTHER | {"maturity_date": "2034-09-18"}
    lines = alone({"bonds.plain": longer, "bonds.green.comparable": "plain"})
    assert lines.value("green_at_issue.comparable_gap") == pytest.approx(2.5)


def test_a_greenium_against_a_curve_takes_the_same_maturity() -> None:
    lines = priced(
        CURVE, comparable="government", trades={"one": {"settlement_date": "2028-03-18", "yield_rate": 0.149}}
    )
    assert lines.value("green_at_issue.greenium") == pytest.approx(0.15 - 0.145)
    assert lines.value("green_one.greenium") == pytest.approx(-0.001)
