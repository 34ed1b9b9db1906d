"""Golden value of an availability payment with an area out of use and performance points."""

import pytest

from finmodel.model.revenue.availability_payment import area, availability_payment, kpi
from tests.oracles.sections import run_parts


def test_three_days_without_most_of_the_service_and_25_points_take_0_95_off_a_payment_of_10() -> None:
    roles, links = {"stream": "lighting"}, {"payment": "lighting.gross"}
    found = run_parts(
        [
            availability_payment.instance("lighting"),
            area.instance("lighting_streets", roles=roles, links=links),
            kpi.instance("lighting_reports", roles=roles, links=links),
        ],
        1,
        {
            "lighting.amount": 120.0,
            "lighting.deduction_cap": 1.0,
            "lighting_streets.weight": 0.7,
            "lighting_streets.severity": 1.0,
            "lighting_streets.time_out_of_use": 3 / 30,
            "lighting_streets.continued_use": 1.0,
            "lighting_streets.ratchet": 1.0,
            "lighting_streets.occurrences": 1.0,
            "lighting_reports.points": 25.0,
            "lighting_reports.point_price": 0.001,
            "indexation": 1.0,
            "operation_share": 1.0,
            "year_fraction": 1 / 12,
            "ramp_up": 1.0,
        },
    )
    assert found.series("lighting.gross")[0] == pytest.approx(10.0)
    assert found.series("lighting.deduction")[0] == pytest.approx(0.95)
    assert found.series("lighting.revenue")[0] == pytest.approx(9.05)
