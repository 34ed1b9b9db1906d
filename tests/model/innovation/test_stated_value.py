"""Stated value: a scaled phase whose values at the gate are known."""

import pytest

from tests.model.innovation.innovation_case import innovation

STATED = {"value": 300.0, "value_failed": -500.0}


def test_values_at_the_gate_may_be_stated_instead_of_flows() -> None:
    found = innovation(company_at_scale=STATED, city_at_scale={})
    assert found.value("mobility.scaled_total") == 300
    pilot = found.value("mobility.pilot_total")
    assert found.value("mobility.staged_value") == pytest.approx(pilot + 0.4 * 300 / 1.21)
    assert found.value("mobility.committed_value") == pytest.approx(pilot + (0.4 * 300 - 0.6 * 500) / 1.21)


def test_more_or_less_benefit_moves_a_stated_success_and_no_failure() -> None:
    found = innovation(company_at_scale=STATED, city_at_scale={}, benefit_factor=0.5)
    assert found.value("mobility_company.value_if_succeeds") == 150
    assert found.value("mobility_company.value_if_fails") == -500
