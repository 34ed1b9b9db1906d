"""Energy as a service: price times volume, indexed, whatever energy it takes."""

import pytest

from tests.model.outcomes.energy_case import lights


def test_the_service_is_paid_by_its_volume() -> None:
    assert lights("energy_service").series("lights.revenue") == pytest.approx([0, 0, *[9] * 8, 0])


def test_its_price_follows_the_index_and_not_the_savings() -> None:
    found = lights("energy_service", indexation={"cpi": 0.5}, achievement=0.0)
    assert found.series("lights.revenue")[2] == pytest.approx(9 * 1.105)
    assert found.series("lights.client_gain")[2] == pytest.approx(-9 * 1.105)
