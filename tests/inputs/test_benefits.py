"""Benefits: each kind needs the values that it follows from, and no claim is taken further than its evidence."""

from pathlib import Path

import pytest

from tests.inputs.good_case import load, said

FUEL = "emissions={fuel: {without_project: {quantity: 1000, factor: 2.68}}}"
SHADOW = "carbon_prices={shadow: {path: given, years: [2030], prices: [1]}}"
CARBON = "type: emissions, avoided: fuel, carbon_price: shadow"
CRASHES = "type: accidents, deaths: 30, deaths_reduction: 40 %"
TRIPS = "type: time_saved, hours: 10, work_share: 20 %"


def problems(tmp_path: Path, benefits: str, values: str = "") -> list[str]:
    economics = f"economics={{price_index: cpi, {values}benefits: {{{benefits}}}}}"
    return said(tmp_path, overrides=[FUEL, SHADOW, economics])


@pytest.mark.parametrize(
    ("benefit", "values"),
    [
        (TRIPS, "hourly_wage_cost: 3, hourly_household_income: 2, "),
        (CRASHES, "gdp_per_person: 8, "),
        (CRASHES, "value_of_life: 500, "),
        (CARBON, ""),
        ("type: local_air, tonnes: 3, damage: 5", ""),
        ("type: cost_savings, amount: 10", ""),
        ("type: consumer_surplus, use_without: 1, use_with: 2, cost_without: 5, cost_with: 4", ""),
        ("type: other, quantity: 1, unit_value: 2", ""),
    ],
)
def test_each_kind_of_benefit_needs_this_and_no_more(benefit: str, values: str, tmp_path: Path) -> None:
    assert problems(tmp_path, f"gain: {{{benefit}}}", values) == []


@pytest.mark.parametrize(
    ("benefit", "values", "message"),
    [
        (TRIPS, "", "gain: follows from economics.hourly_wage_cost, which is not stated; state economics.hourly_wage"),
        (CRASHES, "", "gain: follows from the value of a statistical life, which is not stated; state"),
        (f"{CRASHES}, haircut: 20 %", "value_of_life: 5, ", "gain.haircut: is 20 %, and evidence: before_after has no"),
        (CARBON.replace("fuel", "lamps"), "", "gain.avoided: there is no lamps under emissions"),
        (CARBON.replace("shadow", "market"), "", "gain.carbon_price: there is no market under carbon_prices"),
        ("type: other, quantity: 1, unit_value: -2", "", "gain.unit_value: -2 is below 0; write 0 or more"),
        ("type: rumour, quantity: 1", "", "gain.type: "),
    ],
)
def test_each_misuse_is_told_where_it_stands(benefit: str, values: str, message: str, tmp_path: Path) -> None:
    found = problems(tmp_path, f"gain: {{{benefit}}}", values)
    assert any(f"economics.benefits.{message}" in one for one in found), found


def test_time_saved_cannot_be_negative(tmp_path: Path) -> None:
    values = "hourly_wage_cost: 3, hourly_household_income: 2, "
    (message,) = problems(tmp_path, "trips: {type: time_saved, hours: -10, work_share: 20 %}", values)
    assert "economics.benefits.trips.hours: -10 is below 0; write 0 or more" in message


def test_emissions_are_counted_once(tmp_path: Path) -> None:
    (message,) = problems(tmp_path, f"gain: {{{CARBON}}}, again: {{{CARBON}}}")
    assert "benefits.again.avoided: gain counts fuel already; count each item of emissions once" in message


def test_a_claim_without_a_control_group_counts_half_where_nothing_else_is_said(tmp_path: Path) -> None:
    economics = f"economics={{price_index: cpi, value_of_life: 500, benefits: {{crashes: {{{CRASHES}}}}}}}"
    found = load(tmp_path, overrides=[economics]).case.economics
    assert found is not None
    assert found.benefits["crashes"].haircut.number == 0.5
