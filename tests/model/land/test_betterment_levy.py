"""Betterment levy: rate × (value after − value before × market), at once or by instalments with interest."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized

FRONTAGE = {
    "land": "frontage", "value_before": 1000.0, "value_after": 1500.0, "market_growth": 0.05, "assessed_month": 36,
    "rate": 0.3,
}  # fmt: skip
LEVY = 0.3 * (1500 - 1000 * 1.05**3)


def levied(case: dict[str, Any] | None = None, **terms: Any) -> Batch:
    return sized({"land": {"betterment_levy": {"frontage": FRONTAGE | terms}}, **(case or {})})


def test_the_levy_is_on_the_rise_above_the_market_and_due_when_land_is_assessed() -> None:
    found = levied()
    assert found.series("frontage.betterment")[2] == pytest.approx(1500 - 1157.625)
    assert list(found.series("frontage.captured")[:5]) == pytest.approx([0, 0, LEVY, 0, 0])


def test_land_that_only_kept_pace_with_the_market_owes_nothing() -> None:
    assert levied(market_growth=0.15).series("frontage.captured") == pytest.approx(0)


def test_a_month_inside_a_period_is_assessed_in_that_period() -> None:
    found = levied({"timing.period": "half_year"}, assessed_month=31)
    assert list(found.series("frontage.assessed_flag")[:7]) == [0, 0, 0, 0, 0, 1, 0]


def test_instalments_are_even_and_bear_interest_on_what_is_still_to_be_paid() -> None:
    found = levied(instalment_years=4.0, instalment_interest=0.06, collection=0.9)
    assert list(found.series("frontage.instalment")[2:8]) == pytest.approx([0, *[LEVY / 4] * 4, 0])
    interest = [0.06 * LEVY * part for part in (1, 0.75, 0.5, 0.25)]
    assert list(found.series("frontage.instalment_interest_due")[3:7]) == pytest.approx(interest)
    assert found.series("frontage.captured")[4] == pytest.approx(0.9 * (LEVY / 4 + interest[1]))
    assert found.series("frontage.levy_owed")[-1] == 0


def test_instalments_of_half_years_add_up_to_the_levy_too() -> None:
    found = levied({"timing.period": "half_year"}, instalment_years=4.0)
    assert found.series("frontage.instalment")[6] == pytest.approx(LEVY / 8)
    assert found.series("frontage.captured").sum() == pytest.approx(LEVY)
