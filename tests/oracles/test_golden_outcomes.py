"""Golden values of an energy performance contract, as stated in the sources of the methods."""

import pytest

from tests.model.outcomes.energy_case import lights


def test_380_mwh_saved_at_30_tenge_are_worth_11_4_million_and_80_percent_of_them_9_12() -> None:
    found = lights("shared_savings")
    assert found.series("lights.savings_value")[2] == pytest.approx(11.4)
    assert found.series("lights.revenue")[2] == pytest.approx(9.12)


def test_a_guarantee_of_350_mwh_is_met_and_half_of_the_excess_is_0_45_million() -> None:
    found = lights("guaranteed_savings", service_fee=0.0, excess_share=0.5)
    assert found.series("lights.shortfall")[2] == 0
    assert found.series("lights.revenue")[2] == pytest.approx(0.45)
