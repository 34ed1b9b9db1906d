"""Pilot of the city: its co-financing, and what it pays for service."""

import pytest

from tests.model.innovation.innovation_case import innovation


def test_the_city_bears_its_grant_and_its_payments() -> None:
    found = innovation()
    assert found.series("mobility_city.pilot_flow")[:3] == pytest.approx([-400, 0, -300])
    assert found.value("mobility_city.pilot_value") == pytest.approx(-647.9339, abs=1e-4)
