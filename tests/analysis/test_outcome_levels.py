"""The deal as signed at each level of achievement; numbers by hand."""

from functools import cache
from typing import Any

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.analysis.outcome_levels import outcome_levels, paid_for_outcomes
from finmodel.results import RecordTable, Results
from tests.model.small_case import small_model

TIME: dict[str, Any] = {"baseline": 100.0, "measured": 140.0, "rate": 2.0}
"""80 a year for eight years."""


@cache
def deal(by_year: bool = False) -> Results:
    stream = {"type": "pay_for_performance", "outcomes": {"time": TIME}, "minimum_fee": 10.0, "cap": 70.0}
    if by_year:
        stream["achievement"] = {"by_year": {2027: 1.0, 2033: 0.5}}
    return evaluate(small_model({"revenue.signals": stream}), About("deal", "Deal", "KZT"))


def table(by_year: bool = False) -> RecordTable:
    return outcome_levels(deal(by_year), [0.0, 0.5, 1.0])


def test_the_payer_pays_the_least_payment_for_nothing_and_the_cap_for_all() -> None:
    assert table().columns == ("0", "0.5", "1")
    assert table().row("signals.payer_cost").values == pytest.approx([80, 320, 560])
    assert table().row("signals_time.achieved_total").values == pytest.approx([0, 160, 320])
    assert table().row("signals_time.paid_per_unit").values[1:] == pytest.approx([2, 2])
    assert table().row("signals_time.paid_per_unit").values[0] is None


def test_investors_lose_with_the_outcomes_and_at_the_plan_have_the_return_of_the_case() -> None:
    low, middle, high = table().row("equity_irr").values
    assert low is not None
    assert middle is not None
    assert high is not None
    assert low < middle < high
    assert high == pytest.approx(deal().values["equity_irr"])
    assert table().row("dscr_minimum").values[2] == pytest.approx(deal().values["dscr_minimum"])


def test_an_achievement_by_year_is_scaled_in_every_year() -> None:
    """In full 40 in each of four years of operation, and half of it in each of the four from 2033 on: 240."""
    assert table(by_year=True).row("signals_time.achieved_total").values == pytest.approx([0, 120, 240])


def test_a_case_without_outcomes_has_no_such_stream() -> None:
    assert paid_for_outcomes(evaluate(small_model(), About("plain", "Plain", "KZT"))) == ()
    assert paid_for_outcomes(deal()) == ("signals",)


def test_an_impact_bond_shows_provider_payer_and_investor_at_each_level() -> None:
    """40 units that save 3 each against 80 paid for them, less 10 that a quarter above 40 gives the provider."""
    stream = {"type": "pay_for_performance", "outcomes": {"time": {**TIME, "saving": 3.0}}, "payer_rate": 0.0,
              "impact_bond": {"top_up": 0.25, "top_up_above": 40.0}}  # fmt: skip
    found = outcome_levels(evaluate(small_model({"revenue.signals": stream}), About("d", "D", "KZT")), [0.0, 0.5, 1.0])
    assert found.row("signals.payer_cost").values == pytest.approx([0, 320, 640])
    assert found.row("signals.saving_total").values == pytest.approx([0, 480, 960])
    assert found.row("signals.payer_gain_value").values == pytest.approx([0, 160, 320])
    assert found.row("signals.top_up_total").values == pytest.approx([0, 0, 80])
    returns = found.row("project_irr_pre_tax").values
    assert returns[0] is not None
    assert returns[2] is not None
    assert returns[0] < returns[2]
