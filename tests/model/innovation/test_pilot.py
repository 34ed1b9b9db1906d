"""Pilot of the company: project cash and grants, at financial close."""

import pytest

from tests.model.innovation.innovation_case import innovation


def test_the_company_bears_what_grants_do_not_pay() -> None:
    """−500 + 400, −500, 300 − 50, at 10 %."""
    found = innovation()
    assert found.series("mobility_company.pilot_flow")[:3] == pytest.approx([-100, -500, 250])
    assert found.value("mobility_company.pilot_value") == pytest.approx(-347.9339, abs=1e-4)
    assert found.value("master_check") == 1


def test_what_city_and_company_pay_each_other_cancels() -> None:
    """Together they bear 500, 500 and 50."""
    found = innovation()
    assert found.value("mobility.pilot_total") == pytest.approx(-500 - 500 / 1.1 - 50 / 1.21)
