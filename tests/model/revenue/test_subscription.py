"""Subscription: churn and joiners, the steady state to which they lead, and what is paid."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import held, sized

PASS = {"type": "subscription", "opening_subscribers": 400.0, "new_subscribers": 200.0, "churn": 0.2, "price": 0.5}


def subscribed(period: str = "year", **terms: Any) -> Batch:
    """Two years of construction, then eight years in which 200 a year join and a fifth leaves."""
    return sized({"revenue": {"pass": {**PASS, **terms}}, "timing.period": period})


def test_a_fifth_of_those_who_are_there_leaves_and_as_many_as_stated_join() -> None:
    found = subscribed()
    assert list(found.series("pass.subscribers_opening")[1:4]) == pytest.approx([0, 400, 520])
    assert list(found.series("pass.subscribers_left")[1:4]) == pytest.approx([0, 80, 104])
    assert list(found.series("pass.subscribers_closing")[1:4]) == pytest.approx([0, 520, 616])


def test_the_way_to_the_steady_state_has_a_closed_form() -> None:
    """N(t) = new ÷ churn + (opening − new ÷ churn) × (1 − churn)ᵗ; the steady state is 200 ÷ 0.2 = 1000."""
    closed = [1000 + (400 - 1000) * 0.8**year for year in range(1, 9)]
    assert list(subscribed().series("pass.subscribers_closing")[2:10]) == pytest.approx(closed)


def test_in_the_steady_state_as_many_join_as_leave_and_revenue_is_level() -> None:
    found = subscribed(opening_subscribers=1000.0)
    assert list(found.series("pass.subscribers_closing")[2:10]) == pytest.approx([1000] * 8)
    assert list(found.series("pass.revenue")) == pytest.approx([0, 0, *[500] * 8, 0])


def test_churn_a_year_is_the_same_on_a_finer_grid() -> None:
    found = subscribed("half_year", new_subscribers=0.0)
    assert list(found.series("pass.subscribers_closing")[4:8]) == pytest.approx(
        [400 * 0.8**0.5, 320, 320 * 0.8**0.5, 256]
    )


def test_fees_are_those_of_the_mean_number_less_what_is_never_collected() -> None:
    found = subscribed(uncollected=0.1)
    assert list(found.series("pass.revenue")[2:4]) == pytest.approx([460 * 0.45, 568 * 0.45])
    assert found.series("party_users.paid") == pytest.approx(found.series("pass.received"))


def test_more_churn_is_a_scenario_of_the_deal_as_signed() -> None:
    found = held({"revenue": {"pass": PASS}}, {"revenue": {"pass": {**PASS, "churn": 0.5}}})
    assert found.series("pass.subscribers_closing")[2] == pytest.approx(400)


def test_when_operation_is_late_so_are_the_first_subscribers() -> None:
    deal = {"revenue": {"pass": PASS}}
    found = held(deal, {**deal, "timing.delay_months": 6})
    assert list(found.series("pass.subscribers_closing")[1:3]) == pytest.approx([0, 400 * 0.8**0.5 + 100])
