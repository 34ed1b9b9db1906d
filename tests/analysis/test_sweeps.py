"""Sweeps: the model's own lines in one year at level after level; numbers by hand."""

from functools import cache
from typing import Any

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.analysis.sweeps import Sweep, swept
from finmodel.results import Results
from tests.model.small_case import small_model

TIME: dict[str, Any] = {"baseline": 100.0, "measured": 140.0, "rate": 2.0}
"""80 a year for eight years from 2029 on."""


@cache
def deal(**terms: float) -> Results:
    stream = {"type": "pay_for_performance", "outcomes": {"time": TIME}, **terms}
    return evaluate(small_model({"revenue.signals": stream}), About("deal", "Deal", "KZT"))


@cache
def by_year() -> Results:
    stream = {"type": "pay_for_performance", "outcomes": {"time": TIME},
              "achievement": {"by_year": {2027: 1.0, 2030: 0.5}}}  # fmt: skip
    return evaluate(small_model({"revenue.signals": stream}), About("deal", "Deal", "KZT"))


def test_an_input_is_moved_in_its_year_and_what_follows_is_the_models_own() -> None:
    found = swept(deal(), Sweep("signals.achievement", (0.0, 0.5, 1.0, 1.5), 2030), ["signals.outcomes_payment"])
    assert found["signals.outcomes_payment"] == pytest.approx((0, 40, 80, 120))


def test_other_years_stay_as_planned_so_that_a_cap_in_total_is_used_up_as_planned() -> None:
    """200 in total: 80 in 2029 and 2030, 40 at most in 2031, however much is achieved then."""
    lines = ["signals.payment_within_total"]
    found = swept(deal(total_cap=200.0), Sweep("signals.achievement", (0.0, 0.5, 1.5), 2031), lines)
    assert found[lines[0]] == pytest.approx((0, 40, 40))


def test_an_input_given_by_year_is_moved_in_the_table() -> None:
    lines = ["signals.outcomes_payment"]
    assert swept(by_year(), Sweep("signals.achievement", (1.0, 2.0), 2031), lines)[lines[0]] == pytest.approx((40, 80))
    assert swept(by_year(), Sweep("signals.achievement", (1.0, 2.0), 2029), lines)[lines[0]] == pytest.approx((80, 160))


def test_a_line_is_moved_in_shares_of_another() -> None:
    """Outcomes of half of 300 a year are paid 150, whatever is measured."""
    sweep = Sweep("signals.outcomes_payment", (0.0, 0.5), 2030, of="payment.revenue")
    found = swept(deal(), sweep, ["signals.payment_with_minimum"])
    assert found["signals.payment_with_minimum"] == pytest.approx((0, 150))


def test_what_is_not_reached_has_one_value_at_every_level() -> None:
    found = swept(deal(), Sweep("signals.achievement", (0.0, 1.0), 2030), ["opex_total"])
    assert found["opex_total"] == pytest.approx((50, 50))
