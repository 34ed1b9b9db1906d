"""Energy performance contract: adjusted baseline, savings, tariff, rebound, and what the client keeps."""

import pytest

from tests.model.outcomes.energy_case import lights


def test_the_baseline_is_adjusted_for_conditions_and_for_lasting_changes() -> None:
    """1,000 more by 5 % and 30 units of new lamps: 1,080, of which 620 are used."""
    found = lights("shared_savings", routine_adjustment=0.05, non_routine_adjustment=30.0)
    assert found.series("lights.adjusted_baseline")[2] == pytest.approx(1080)
    assert found.series("lights.savings")[2] == pytest.approx(460)


def test_achievement_and_rebound_take_their_part_of_savings() -> None:
    assert lights("shared_savings", achievement=0.9, rebound=0.1).series("lights.savings")[2] == pytest.approx(307.8)


def test_savings_are_worth_the_tariff_indexed() -> None:
    found = lights("shared_savings", tariff_index="cpi")
    assert found.series("lights.savings_value")[:3] == pytest.approx([0, 0, 11.4 * 1.21])


def test_a_budget_tariff_below_the_least_tariff_of_the_contract_costs_the_client_and_not_the_company() -> None:
    """Savings are valued at 0.03 where the client pays 0.02: it saves 7.6 and pays 80 % of 11.4."""
    found = lights("shared_savings", tariff=0.02, floor_tariff=0.03)
    assert found.series("lights.revenue")[2] == pytest.approx(9.12)
    assert found.series("lights.client_gain")[2] == pytest.approx(7.6 - 9.12)


def test_the_client_keeps_what_it_does_not_pay() -> None:
    found = lights("shared_savings")
    assert found.series("lights.client_gain") == pytest.approx([0, 0, *[2.28] * 8, 0])
    discounted = 2.28 * found.series("project_discount_factor")[2:10].sum()
    assert found.value("lights.client_gain_value") == pytest.approx(discounted)


def test_revenue_counts_in_cfads() -> None:
    assert lights("shared_savings").series("cfads")[2] == pytest.approx(300 + 9.12 - 50)
    assert lights("shared_savings").value("master_check") == 1
