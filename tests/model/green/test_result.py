"""Measured results: against what the model expects of the calendar year, and the share financed."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.green.green_deal import green_deal


def measured(**stated: Any) -> Batch:
    return green_deal(green__results={"year_report": {"project": "solar", "indicator": "ghg", "year": 2029} | stated})


def test_a_result_stands_beside_what_is_expected_of_the_year() -> None:
    """760 t of 800 expected; half of the cost is allocated."""
    found = measured(value=760)
    assert found.value("year_report.expected") == pytest.approx(800)
    assert found.value("year_report.achieved") == pytest.approx(0.95)
    assert found.value("year_report.measured_financed") == pytest.approx(380)


def test_a_flow_is_expected_for_all_periods_of_the_year() -> None:
    quarters = green_deal(
        timing__period="quarter",
        green__results={
            "report": {"project": "solar", "indicator": "electricity_generated"} | {"year": 2029, "value": 900}
        },
    )
    assert quarters.value("report.expected") == pytest.approx(1000)
    assert quarters.value("report.measured_financed") == pytest.approx(450)


def test_a_flow_of_periods_that_cross_the_year_is_expected_by_days() -> None:
    """In operation since October 2028: 92 of the 365 days of the first year are of 2028, 273 of 2029."""
    stated = {"project": "solar", "indicator": "ghg", "value": 1}
    for year, expected in ((2027, 0), (2028, 800 * 92 / 365), (2029, 800 * 273 / 365 + 800 * 92 / 365)):
        found = green_deal(timing__start="2026-10-01", green__results={"report": stated | {"year": year}})
        assert found.value("report.expected") == pytest.approx(expected)


def test_what_is_there_once_is_expected_at_the_end_of_the_year() -> None:
    assert measured(indicator="capacity_installed", value=1.9).value("year_report.achieved") == pytest.approx(0.95)


def test_nothing_is_expected_before_operation() -> None:
    found = measured(year=2028, value=5)
    assert found.value("year_report.expected") == 0
    assert found.value("year_report.achieved") != found.value("year_report.achieved"), "blank"
