"""Guaranteed savings: fee, compensation for a shortfall and its limit, share of the excess."""

import pytest

from tests.model.outcomes.energy_case import lights, lights_deal
from tests.model.small_case import held


def test_a_guarantee_that_is_met_pays_the_fee_and_half_of_the_excess() -> None:
    """30 MWh above the guarantee are worth 0.9."""
    found = lights("guaranteed_savings", excess_share=0.5)
    assert found.series("lights.compensation")[2] == 0
    assert found.series("lights.revenue")[2] == pytest.approx(10 + 0.45)
    assert lights("guaranteed_savings").series("lights.revenue")[2] == pytest.approx(10)


def test_a_shortfall_is_compensated_at_the_tariff() -> None:
    """Half of the savings are 190: 160 short of 350, worth 4.8."""
    found = lights("guaranteed_savings", achievement=0.5, excess_share=0.5)
    assert found.series("lights.shortfall")[2] == pytest.approx(160)
    assert found.series("lights.revenue")[2] == pytest.approx(10 - 4.8)


def test_compensation_is_limited_where_a_limit_is_agreed() -> None:
    found = lights("guaranteed_savings", achievement=0.5, compensation_limit=0.2)
    assert found.series("lights.revenue")[2] == pytest.approx(8)


def test_without_a_limit_the_company_pays_more_than_it_earns() -> None:
    """More is used than before: 100 MWh; 450 short, worth 13.5, against a fee of 10."""
    terms = {"measured": 1100.0}
    found = held(lights_deal("guaranteed_savings"), lights_deal("guaranteed_savings", **terms))
    assert found.series("lights.savings")[2] == pytest.approx(-100)
    assert found.series("lights.revenue")[2] == pytest.approx(10 - 13.5)
    assert found.value("master_check") == 1
