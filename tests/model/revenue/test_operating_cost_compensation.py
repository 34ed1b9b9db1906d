"""Compensation of operating costs: by the year, indexed, and not touched by ramp-up."""

import pytest

from tests.model.small_case import sized


def test_it_is_paid_for_the_months_in_operation_whatever_the_ramp_up() -> None:
    found = sized(
        {
            "revenue.payment": {"type": "operating_cost_compensation", "amount": 120.0, "indexation": {"cpi": 0.8}},
            "indices": {"cpi": {"rate": 0.05}},
            "timing.construction_months": 15,
            "timing.operation_months": 100,
            "timing.ramp_up_months": 9,
            "timing.ramp_up_start": 0.5,
        }
    )
    assert list(found.series("payment.revenue")[:3]) == pytest.approx([0, 90 * 1.04, 120 * (1 + 0.8 * (1.05**2 - 1))])
