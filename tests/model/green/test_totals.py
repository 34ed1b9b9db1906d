"""All labelled instruments together, and cases that have no allocation or no gases."""

from tests.model.green.green_deal import SOLAR, green_deal
from tests.model.small_case import sized


def test_a_case_without_the_heading_has_no_line_of_it() -> None:
    assert not [name for name in sized().lines if "green" in name]


def test_a_framework_without_allocations_has_its_projects_and_nothing_financed() -> None:
    found = sized({"green": {"projects": {"solar": {**SOLAR, "ghg": None, "operation_from": "2029-01-01"}}}})
    assert found.value("solar.allocated_in_all") == 0
    assert found.value("solar_electricity_generated.impact_a_year") == 1000
    assert found.value("green_allocation_check") == 0
    assert "green_ghg_a_year" not in found.lines


def test_instruments_and_projects_count_the_same_allocations() -> None:
    found = green_deal()
    assert found.series("green_allocated")[:3].tolist() == [300, 300, 0]
    assert found.value("green_allocation_check") == 0
