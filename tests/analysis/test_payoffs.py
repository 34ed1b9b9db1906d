"""Payoffs: each instrument of revenue against its level, in a year of full operation; numbers by hand."""

from functools import cache
from typing import Any

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.analysis.payoffs import payoffs
from finmodel.results import Payoff, Results
from tests.model.small_case import small_model

DEAL: dict[str, Any] = {
    "revenue.payment.amount": 250.0,
    "revenue.tram": {"type": "usage", "volume": 10.0, "tariff": 10.0},
    "revenue.depot": {"type": "usage", "volume": 10.0, "tariff": 1.0, "contracted_volume": 10.0, "take_or_pay": 0.6},
    "revenue.road": {"type": "shadow_toll", "volume": 90.0, "bands": {
        "first": {"upper": 50.0, "rate": 0.5}, "second": {"lower": 50.0, "upper": 80.0, "rate": 0.2}}},
    "revenue.signals": {
        "type": "pay_for_performance", "minimum_fee": 10.0, "cap": 100.0,
        "outcomes": {"time": {"baseline": 100.0, "measured": 140.0, "rate": 2.0},
                     "accidents": {"baseline": 50.0, "measured": 30.0, "better": "lower", "mode": "binary",
                                   "target": 40.0, "reward": 30.0}},
    },
    "revenue.lights": {"type": "energy_performance", "model": "shared_savings", "baseline": 1000.0, "measured": 620.0,
                       "tariff": 0.03, "savings_share": 0.8},
    "revenue_guarantees.mrg": {
        "streams": ["tram"], "forecast": 100.0, "floors": {"low": {"upper": 0.8}},
        "sharing": {"high": {"lower": 1.2, "share": 0.5}}, "eligibility": 0.5,
    },
    "revenue_shares.city": {"streams": ["road"], "share": 0.2, "minimum": 5.0},
}  # fmt: skip


@cache
def results() -> Results:
    return evaluate(small_model(DEAL), About("deal", "Deal", "KZT"))


@cache
def found() -> dict[str, Payoff]:
    return {payoff.name: payoff for payoff in payoffs(results())}


def at(name: str, line: str, *levels: float) -> list[float | None]:
    payoff = found()[name]
    values = next(row.values for row in payoff.rows if row.line == line)
    return [values[list(payoff.levels).index(level)] for level in levels]


def test_outcomes_are_paid_by_achievement_and_together_within_their_limits() -> None:
    assert found()["signals"].year == 2031
    assert at("signals", "signals_time.payment", 0, 0.5, 1, 1.5) == pytest.approx([0, 40, 80, 120])
    assert at("signals", "signals_accidents.payment", 0, 0.475, 0.5, 1) == pytest.approx([0, 0, 30, 30])
    assert at("signals", "signals.payment_within_cap", 0, 0.5, 1, 1.5) == pytest.approx([10, 70, 100, 100])


def test_each_mode_of_an_outcome_has_its_own_shape() -> None:
    """40 better as planned: 15 at 1 and 25 at 3 by tiers; of 20 events avoided half is attributed, at 4 each."""
    card = {
        "steps": {"baseline": 100.0, "measured": 140.0, "mode": "tiered",
                  "tiers": {"first": {"above": 0.0, "rate": 1.0}, "more": {"above": 15.0, "rate": 3.0}}},
        "events": {"baseline": 50.0, "measured": 30.0, "better": "lower", "rate": 4.0, "attribution": 0.5},
    }  # fmt: skip
    deal = {"revenue.payment.amount": 250.0, "revenue.care": {"type": "pay_for_performance", "outcomes": card}}
    (care,) = payoffs(evaluate(small_model(deal), About("deal", "Deal", "KZT")))
    lines = {row.line: dict(zip(care.levels, row.values, strict=True)) for row in care.rows}
    assert [lines["care_steps.payment"][level] for level in (0, 0.25, 0.5, 1)] == pytest.approx([0, 10, 30, 90])
    assert [lines["care_events.payment"][level] for level in (0, 0.5, 1, 1.5)] == pytest.approx([0, 20, 40, 60])


def test_savings_are_shared_with_the_client() -> None:
    assert at("lights", "lights.revenue", 0, 0.5, 1) == pytest.approx([0, 4.56, 9.12])
    assert at("lights", "lights.client_gain", 0, 0.5, 1) == pytest.approx([0, 1.14, 2.28])


def test_revenue_below_the_floor_is_topped_up_and_above_the_cap_is_shared() -> None:
    """50 is topped up to 80 and 95 stays; 140 keeps 130; below half of the forecast nothing is paid."""
    assert at("mrg", "mrg.kept", 0.5, 0.95, 1.4) == pytest.approx([80, 95, 130])
    assert at("mrg", "mrg.kept", 0.25) == pytest.approx([25])
    assert at("mrg", "mrg.revenue", 0.5, 0.95) == pytest.approx([30, 0])
    assert at("mrg", "mrg.cost", 0.95, 1.4) == pytest.approx([0, 10])


def test_the_city_has_the_greater_of_its_share_and_the_minimum() -> None:
    """As planned the road earns 25 and 6: a fifth of 31."""
    assert at("city", "city.cost", 0, 1, 1.5) == pytest.approx([5, 6.2, 9.3])


def test_use_that_is_not_paid_evenly_has_a_picture_and_use_that_is_has_none() -> None:
    assert at("depot", "depot.revenue", 0, 0.5, 1) == pytest.approx([6, 6, 10])
    assert at("road", "road.revenue", 0, 0.5, 1, 1.5) == pytest.approx([0, 22.5, 31, 31])
    assert "tram" not in found()


def test_as_planned_every_line_is_what_the_case_says() -> None:
    place = list(found()["signals"].levels).index(1.0)
    year = next(n for n, period in enumerate(results().periods) if period.end.year == 2031)
    for name in ("signals", "lights", "road"):
        for row in found()[name].rows:
            assert row.values[place] == pytest.approx(results().series[row.line][year])


def test_a_case_that_is_never_a_whole_year_in_operation_has_no_pictures() -> None:
    short = {"timing.period": "half_year", "timing.operation_months": 6, "timing.construction_months": 12,
            "facilities.senior.tenor_months": 18}  # fmt: skip
    assert payoffs(evaluate(small_model(short), About("deal", "Deal", "KZT"))) == ()
