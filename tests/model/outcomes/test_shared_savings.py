"""Shared savings: the company's share of what is saved, until the cap."""

import pytest

from tests.model.outcomes.energy_case import lights


def test_the_share_may_change_from_year_to_year() -> None:
    found = lights("shared_savings", savings_share={"by_year": {2029: 0.8, 2031: 0.5, 2033: 0.0}})
    assert found.series("lights.revenue")[2:8] == pytest.approx([9.12, 9.12, 5.7, 5.7, 0, 0])


def test_it_ends_at_the_cap_in_total() -> None:
    found = lights("shared_savings", total_cap=20.0)
    assert found.series("lights.revenue") == pytest.approx([0, 0, 9.12, 9.12, 1.76, *[0] * 6])


def test_more_use_than_before_pays_nothing_and_costs_the_company_nothing() -> None:
    found = lights("shared_savings", measured=1100.0)
    assert found.series("lights.revenue") == pytest.approx([0] * 11)
    assert found.series("lights.client_gain")[2] == pytest.approx(-3)
