"""Financed impact: pro-rated by allocated money to total cost, by period, a year, over lifetimes and per million."""

import pytest

from tests.model.green.green_deal import WATER, green_deal


def test_impact_is_pro_rated_by_what_is_allocated_to_the_total_cost() -> None:
    """Half of the plant's cost of 800 is allocated: half of what it avoids, though 540 of 600 signed are eligible."""
    found = green_deal()
    assert found.value("financed_solar_by_senior_ghg.impact_a_year") == pytest.approx(400)
    assert found.value("financed_solar_by_senior_ghg.impact_lifetime") == pytest.approx(8000)
    assert found.value("green_ghg_a_year") == pytest.approx(400)
    assert found.value("green_ghg_lifetime") == pytest.approx(8000)


def test_in_a_year_counts_what_is_allocated_by_then() -> None:
    """A quarter of the cost is allocated in 2028 and a quarter in 2030; the plant operates from 2029."""
    later = {"instrument": "senior", "project": "solar", "year": 2030, "amount": 200}
    first = {"instrument": "senior", "project": "solar", "year": 2028, "amount": 200}
    found = green_deal(
        green__allocations__solar_2027=first, green__allocations__solar_2028={**later},
    )  # fmt: skip
    assert found.series("financed_solar_by_senior_ghg.impact")[2:5] == pytest.approx([200, 400, 400])


def test_each_million_allocated_to_all_projects_avoids_so_much() -> None:
    """400 t a year and 500 MWh with 600 million of tenge; at 500 tenge a dollar, with 1.2 million dollars."""
    found = green_deal()
    assert found.value("impact_of_senior_ghg.a_year_per_million") == pytest.approx(400 / 600)
    assert found.value("impact_of_senior_ghg.lifetime_per_million") == pytest.approx(8000 / 600)
    assert found.value("impact_of_senior_electricity_generated.a_year_per_million") == pytest.approx(500 / 600)
    in_dollars = green_deal(green__reporting={"currency": "USD", "exchange_rate": 500.0})
    assert in_dollars.value("impact_of_senior_ghg.a_year_per_million") == pytest.approx(400 / 1.2)


def test_money_of_another_size_is_counted_in_millions_too() -> None:
    assert green_deal(project__money="thousand").value("proceeds_of_senior.allocated_millions") == pytest.approx(0.6)
    assert green_deal(project__money="billion").value("proceeds_of_senior.allocated_millions") == pytest.approx(6e5)


def test_one_kind_of_several_projects_adds_up_each_at_its_own_share() -> None:
    """Half of 1000 MWh of the plant, and half of 300 MWh at the water works."""
    pumps = WATER | {"indicators": {"electricity_generated": {"baseline": 100, "with_project": 400}}}
    found = green_deal(green__projects__water=pumps)
    assert found.value("impact_of_senior_electricity_generated.impact_a_year") == pytest.approx(500 + 150)
    assert found.value("impact_of_senior_electricity_generated.impact_lifetime") == pytest.approx(10000 + 450)
