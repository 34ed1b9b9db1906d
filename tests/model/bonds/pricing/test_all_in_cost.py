"""All-in cost: discount, costs at issue and running costs brought to one rate that compares with the yield."""

import pytest

from tests.model.bonds.small_bonds import alone


def changed(**terms: object) -> float:
    lines = alone({f"bonds.green.{key}": value for key, value in terms.items()})
    return lines.value("green_at_issue.all_in_cost_rate")


def test_without_costs_it_is_the_yield() -> None:
    lines = alone({"bonds.green.issue_price": 0.97})
    cost, rate = (lines.value(f"green_at_issue.{name}") for name in ("all_in_cost_rate", "yield_to_maturity"))
    assert cost == pytest.approx(rate, abs=1e-12)


def test_a_fee_at_issue_costs_like_a_lower_price() -> None:
    assert changed(costs={"placement_rate": 0.03}) == pytest.approx(changed(issue_price=0.97), abs=1e-12)


def test_a_running_cost_of_one_percent_costs_one_percent() -> None:
    assert changed(costs={"listing_yearly": 10.0}) == pytest.approx(0.16, abs=1e-12)


def test_a_yield_stated_at_issue_sets_the_price_and_the_proceeds() -> None:
    lines = alone({"bonds.green.issue_yield": 0.1687})
    assert lines.series("green.proceeds")[0] == pytest.approx(938.47332, abs=1e-5)
    assert lines.value("green_at_issue.all_in_cost_rate") == pytest.approx(0.1687, abs=1e-12)
