"""Rules on greenhouse gases: factors, methods, electricity that is not free of emissions, energy that agrees."""

from typing import Any

import pytest

from finmodel.review import Finding
from tests.analysis.review.cases import found

BUSES, SOLAR = "emissions.bus_energy", "emissions.solar_power"


def of(changes: dict[str, Any], code: str) -> list[Finding]:
    return [finding for finding in found(changes) if finding.code == code]


def _undated(side: str) -> dict[str, Any]:
    """Neither its own year nor that of its source; without the former nothing can fall."""
    return {f"{side}.factor_year": None, f"{side}.factor_decline": None, f"{side}.factor.as_of": None}


def test_a_factor_without_a_year_is_told_where_it_stands() -> None:
    assert of({f"{BUSES}.with_project.factor.as_of": None}, "no_factor_year") == []
    (finding,) = of(_undated(f"{BUSES}.with_project"), "no_factor_year")
    assert finding.where == "emissions.bus_energy.with_project.factor"
    assert finding.told["factor"].value == 0.5


def test_a_factor_that_two_projects_share_is_told_once() -> None:
    shared = {"green.projects.water.ghg": {"emissions": "solar_power", "method": "consumption_factor"}}
    assert len(of(shared | _undated(f"{SOLAR}.without_project"), "no_factor_year")) == 1


def test_both_margins_of_the_grid_name_their_year() -> None:
    margin = {"value": 0.8, "source": "A list", "status": "seen"}
    margins = {"operating": margin, "build": margin | {"as_of": "2025"}, "operating_weight": 0.75}
    changes = _undated(f"{SOLAR}.without_project") | {f"{SOLAR}.without_project.combined_margin": margins}
    del changes[f"{SOLAR}.without_project.factor.as_of"]
    changes[f"{SOLAR}.without_project.factor"] = None
    assert [one.where for one in of(changes, "no_factor_year")] == [
        "emissions.solar_power.without_project.combined_margin.operating"
    ]


def test_a_factor_with_a_source_that_was_never_read_is_unverified() -> None:
    plain = {"value": 2.68, "source": "A list", "as_of": "2024"}
    assert len(of({f"{BUSES}.without_project.factor": plain}, "factor_unverified")) == 1
    assert of({f"{BUSES}.without_project.factor": plain | {"status": "derived"}}, "factor_unverified") == []


def test_savings_take_the_consumption_factor_and_generation_the_combined_margin() -> None:
    assert of({"green.projects.solar.ghg.method": "life_cycle"}, "wrong_factor") == []
    changes = {"green.projects.solar.category": "energy_efficiency"}
    (finding,) = of(changes, "wrong_factor")
    assert (finding.told["method"].value, finding.told["right"].value) == ("Combined margin", "Consumption factor")


@pytest.mark.parametrize("changes", [{f"{BUSES}.with_project": None}, {f"{BUSES}.with_project.factor.value": 0},
                                     {f"{BUSES}.with_project.quantity": 0}])  # fmt: skip
def test_electric_vehicles_emit_what_the_grid_emits(changes: dict[str, Any]) -> None:
    assert [finding.where for finding in of(changes, "grid_left_out")] == ["emissions.bus_energy.with_project"]


def test_on_todays_grid_an_electric_bus_saves_almost_nothing() -> None:
    """40 l of diesel emit 107.2 kg on 100 km; 130 kWh at 0.80 emit 104.0 kg: 3 % are avoided."""
    buses = {"without_project.quantity": 400_000, "with_project.quantity": 1_300_000,
             "with_project.factor.value": 0.80, "with_project.factor_decline": 0}  # fmt: skip
    (finding,) = of({f"{BUSES}.{key}": value for key, value in buses.items()}, "saves_little")
    assert finding.told["share"].value == pytest.approx(1 - 104 / 107.2)


def test_a_grid_that_grows_cleaner_is_not_told_to() -> None:
    assert of({f"{SOLAR}.without_project.factor_decline": 0.001}, "no_decline") == []
    (finding,) = of({f"{SOLAR}.without_project.factor_decline": 0}, "no_decline")
    assert finding.told["years"].value == 20


def test_construction_that_emits_nothing_may_be_stated() -> None:
    assert of({f"{SOLAR}.construction_tonnes": 0}, "no_construction") == []
    assert len(of({f"{SOLAR}.construction_tonnes": 0}, "construction_of_nothing")) == 1
    assert of({f"{SOLAR}.construction_tonnes": 900}, "construction_of_nothing") == []


def test_the_same_energy_may_be_stated_in_megawatt_hours() -> None:
    assert of({f"{SOLAR}.without_project.quantity": 10_000}, "energy_disagrees") == []
    (finding,) = of({f"{SOLAR}.without_project.quantity": 12_000_000}, "energy_disagrees")
    assert (finding.told["gained"].value, finding.told["used"].value) == (10_000, 12_000)


def test_energy_that_is_saved_is_what_is_used_without_less_with_the_project() -> None:
    both = {
        f"{SOLAR}.without_project.quantity": 13_000_000,
        f"{SOLAR}.with_project": {"quantity": 3_000_000, "factor": 0.8},
    }
    assert of(both, "energy_disagrees") == []


def test_a_plant_reports_what_it_sells_in_a_year_or_on_average() -> None:
    """10 000 MWh when new, 1 % less each year, for eight years: 9 656.9 on average."""
    plant = {"type": "energy_sold", "energy": 10_000, "degradation": 0.01, "price": 0.001}
    own = {"green.projects.solar.operation_from": None, "revenue.energy": plant}
    average = 10_000 * (1 - 0.99**8) / 0.01 / 8
    assert of(own, "output_disagrees") == []
    for output, count in ((average, 0), (average * 1.0001, 0), (average * 0.97, 1), (10_300, 1)):
        changes = {"green.projects.solar.indicators.electricity_generated.with_project": output}
        found_in = of(own | changes, "output_disagrees")
        assert len(found_in) == count
        for finding in found_in:
            assert finding.told["best"].value == pytest.approx(10_000)
            assert finding.told["average"].value == pytest.approx(average)


def test_what_only_saves_electricity_of_transport_runs_no_vehicles() -> None:
    saving = {"green.projects.buses.ghg.method": "consumption_factor", f"{BUSES}.with_project": None}
    assert of(saving, "grid_left_out") == []


def test_projects_that_share_an_item_of_emissions_are_named() -> None:
    shared = {"green.projects.water.ghg": {"emissions": "bus_energy", "method": "other"}}
    (finding,) = of(shared, "emissions_counted_twice")
    assert (finding.where, finding.told["projects"].value) == (
        "emissions.bus_energy", ("Electric buses", "Water network"),
    )  # fmt: skip
