"""Rules on impact: what they name, and what is near enough to what was expected."""

from typing import Any

import pytest

from finmodel.review import Finding
from tests.analysis.review.cases import found

SOLAR = "green.projects.solar"


def of(changes: dict[str, Any], code: str, *, year: int | None = None) -> list[Finding]:
    return [finding for finding in found(changes, year=year) if finding.code == code]


def test_a_baseline_of_nothing_is_a_baseline() -> None:
    assert of({f"{SOLAR}.indicators.electricity_generated.baseline": 0}, "missing_baseline") == []


def test_emissions_without_a_side_to_compare_have_no_baseline() -> None:
    alone = {"with_project": {"quantity": 10, "factor": {"value": 1, "source": "S", "as_of": "2025", "status": "seen"}}}
    (finding,) = of({"emissions.solar_power": alone}, "missing_baseline")
    assert finding.where == "emissions.solar_power"


def test_core_indicators_are_those_of_the_category() -> None:
    (finding,) = of({f"{SOLAR}.indicators.electricity_generated": None, f"{SOLAR}.indicators.capacity_installed": None,
                     "green.results": None, "green.claims": None}, "no_core_indicator")  # fmt: skip
    assert finding.told["core"].value == (
        "Renewable electricity generated", "Renewable heat generated", "Renewable capacity built or rehabilitated",
    )  # fmt: skip


@pytest.mark.parametrize(("measured", "count"), [(9001, 0), (8999, 1), (10999, 0), (11001, 1)])
def test_a_result_within_a_tenth_of_what_is_expected_is_as_expected(measured: float, count: int) -> None:
    """10 000 MWh are expected in 2029."""
    found_in = of({"green.results.solar_output_2029.value": measured}, "measured_differs")
    assert len(found_in) == count


def test_nobody_asks_for_verification_that_nobody_promised() -> None:
    silent = {"green.results.solar_output_2029.verified": False, "green.reporting.verified": False}
    assert of(silent, "result_not_verified") == []


def test_a_result_is_asked_for_of_projects_that_operate_in_the_year() -> None:
    named = [str(one.told["project"].value) for one in of({}, "nothing_measured", year=2029)]
    assert named == ["Electric buses", "Water network"]
    assert of({}, "nothing_measured", year=2028) == []


def test_a_project_that_changes_nothing_shows_no_impact() -> None:
    """Nothing beside nothing, and as much with the project as without it."""
    own = "green.projects.solar.indicators.capacity_installed"
    for level in (0, 6):
        (finding,) = of({f"{own}.baseline": level, f"{own}.with_project": level}, "no_change")
        assert (finding.where, finding.told["level"].value) == (own, level)


def test_emissions_that_are_the_same_on_both_sides_show_no_impact() -> None:
    same = {"quantity": 2_000_000, "factor": {"value": 2.68, "source": "Guide", "as_of": "2024"}}
    (finding,) = of({"emissions.bus_energy": {"without_project": same, "with_project": same}}, "no_change")
    assert finding.told["level"].value == pytest.approx(5360)


def test_an_impact_below_nothing_is_told_with_its_unit() -> None:
    (finding,) = of({"green.projects.water.indicators.water_used.with_project": 3100000}, "worse_than_without")
    impact = finding.told["impact"]
    assert impact.value == pytest.approx(-100000 * 30)
    assert impact.measure == "m³"
