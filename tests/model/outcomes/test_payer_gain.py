"""Gain of the payer: what outcomes save it, less what it pays for them; numbers by hand."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized, small_model

TIME: dict[str, Any] = {"baseline": 100.0, "measured": 140.0, "rate": 2.0}
"""40 units and 80 a year in the eight years of operation."""


def payer(saving: float = 3.0, outcome: dict[str, Any] | None = None, **terms: Any) -> Batch:
    stream = {
        "type": "pay_for_performance",
        "outcomes": {"time": {**TIME, "saving": saving, **(outcome or {})}},
        **terms,
    }
    return sized({"revenue.signals": stream, "indices": {"cpi": {"rate": 0.10}}})


def test_the_payer_gains_what_it_saves_beyond_what_it_pays() -> None:
    """120 less 80 a year, at 5 % from the end of each year of eight that begin two years after close."""
    found = payer(payer_rate=0.05)
    assert found.series("signals.payer_saving") == pytest.approx([0, 0, *[120] * 8, 0])
    assert found.series("signals.payer_gains") == pytest.approx([0, 0, *[40] * 8, 0])
    years = found.series("years_since_close")[2:10]
    assert found.value("signals.payer_gain_value") == pytest.approx((40 * 1.05**-years).sum())
    assert found.value("signals.saving_total") == pytest.approx(960)


def test_without_a_rate_of_its_own_it_discounts_as_the_project_does() -> None:
    found = payer()
    assert found.series("signals.payer_discount_factor") == pytest.approx(found.series("project_discount_factor"))


def test_savings_follow_their_index_and_only_what_is_attributed_saves() -> None:
    found = payer(outcome={"saving_index": "cpi", "attribution": 0.5})
    assert found.series("signals_time.saved")[2:4] == pytest.approx([60 * 1.21, 60 * 1.331])


def test_outcomes_that_cost_more_than_they_save_are_a_loss() -> None:
    assert payer(saving=1.0).value("signals.payer_gain_value") < 0


def test_what_a_cap_gives_back_is_the_payers_gain() -> None:
    found = payer(return_cap={"rate": 0.05})
    assert found.value("signals.returned_total") > 1
    expected = found.series("signals.payer_saving") - found.series("signals.revenue") + found.series("signals.returned")
    assert found.series("signals.payer_gains") == pytest.approx(expected)


def test_savings_never_pass_through_the_company_and_are_there_only_where_they_are_stated() -> None:
    assert payer().series("cfads") == pytest.approx(sized({"revenue.signals": {
        "type": "pay_for_performance", "outcomes": {"time": TIME}}}).series("cfads"))  # fmt: skip
    plain = small_model({"revenue.signals": {"type": "pay_for_performance", "outcomes": {"time": TIME}}})
    assert "signals.payer_saving" not in plain.graph.lines
