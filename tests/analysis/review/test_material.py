"""What a review looks at: names, values, years, and the share of an impact that an instrument finances."""

from datetime import date

import pytest

from finmodel.analysis.review.material import Paid
from tests.analysis.review.cases import material


def test_instruments_and_what_they_pay_for_are_those_of_the_case() -> None:
    m = material()
    assert m.instruments == ("senior", "city_loan")
    assert m.pairs[0] == Paid("senior", "solar")
    assert [m.instrument_label("city_loan"), m.label("buses")] == ["Loan of the city", "Electric buses"]


def test_a_line_that_the_model_does_not_have_has_no_value() -> None:
    assert material().value("no_such.line") is None
    assert material().day("no_such.line") is None


def test_the_day_of_the_first_proceeds_is_a_date() -> None:
    assert material().day("proceeds_of_senior.proceeds_from") == date(2027, 1, 1)


def test_flows_are_added_up_by_year_and_balances_taken_at_its_end() -> None:
    m = material()
    assert m.in_years("proceeds_of_senior.allocated")[2028] == pytest.approx(350)
    assert m.at_year_ends("proceeds_of_senior.unallocated")[2028] == pytest.approx(0, abs=1e-6)


def test_half_of_the_cost_finances_half_of_the_impact() -> None:
    """250 of 500 are allocated; 10 000 MWh a year for 20 years."""
    m, solar = material(), Paid("senior", "solar")
    assert m.whole("solar", "electricity_generated", "a_year") == 10000
    assert m.whole("solar", "electricity_generated", "lifetime") == 200000
    assert m.financed(solar, "electricity_generated", "a_year") == pytest.approx(5000)
    assert m.financed(solar, "capacity_installed", "in_all") == pytest.approx(3)


def test_measures_are_the_gases_and_the_indicators() -> None:
    m = material()
    assert [*m.measures("solar")] == ["ghg", "electricity_generated", "capacity_installed"]
    assert [*m.measures("water")] == ["water_used"]
    assert (m.kind("solar", "ghg").unit, m.kind("water", "water_used").unit) == ("t CO2e", "m³")


def test_both_sides_of_emissions_are_told_with_their_place() -> None:
    m = material()
    assert [path for path, _ in m.sides("buses")] == [
        "emissions.bus_energy.without_project", "emissions.bus_energy.with_project",
    ]  # fmt: skip
    assert [*m.sides("water")] == []
    assert m.emitted("water") is None
