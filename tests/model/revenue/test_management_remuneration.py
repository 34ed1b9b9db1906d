"""Remuneration for management: by the year, indexed, rising with ramp-up."""

import pytest

from tests.model.small_case import sized


def test_it_grows_with_ramp_up_and_with_its_index() -> None:
    found = sized(
        {
            "revenue.payment": {"type": "management_remuneration", "amount": 120.0, "indexation": {"cpi": 1.0}},
            "indices": {"cpi": {"rate": 0.05}},
            "timing.construction_months": 15,
            "timing.operation_months": 100,
            "timing.ramp_up_months": 9,
            "timing.ramp_up_start": 0.5,
        }
    )
    assert list(found.series("payment.revenue")[:3]) == pytest.approx([0, 90 * 0.75 * 1.05, 120 * 1.05**2])
