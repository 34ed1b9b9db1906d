"""Phases by hand: what is spent when, with index and VAT, what is a use of funds, and what the public side pays."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import held, sized

PHASE = {"investment": {"by_year": {2027: 0.0, 2030: 400.0, 2032: 0.0}}}
"""400 in each of the fourth and fifth years of a deal that is built in the first two and runs until 2036."""


def phased(**terms: Any) -> Batch:
    return sized({"phases": {"second": PHASE | terms}})


def test_a_phase_is_spent_by_calendar_year_after_completion() -> None:
    found = phased()
    assert list(found.series("second.cost")) == [0, 0, 0, 400, 400, 0, 0, 0, 0, 0, 0]
    assert list(found.series("capex_total")[:5]) == [500, 500, 0, 400, 400]
    assert found.value("phases_cost_total") == 800


def test_its_price_follows_the_index() -> None:
    found = sized({"indices": {"works": {"rate": 0.10}}, "phases": {"second": PHASE | {"index": "works"}}})
    assert found.series("second.cost")[3] == pytest.approx(400 * 1.1**3)


def test_a_year_is_spread_over_its_halves() -> None:
    found = sized({"phases": {"second": PHASE}, "timing.period": "half_year"})
    assert list(found.series("second.cost")[4:12]) == [0, 0, 200, 200, 200, 200, 0, 0]


def test_nothing_is_spent_once_operation_has_ended() -> None:
    found = phased(investment=100.0)
    assert list(found.series("second.cost")) == [100] * 10 + [0]


def test_what_falls_into_construction_is_a_use_of_funds() -> None:
    found = phased(investment={"by_year": {2027: 60.0, 2028: 0.0}})
    without = sized()
    used, used_without = (each.series("uses") - each.series("financing_cost") for each in (found, without))
    assert used[0] == pytest.approx(used_without[0] + 60)
    assert found.series("second.later_cost").sum() == 0
    assert found.series("phases_equity").sum() == 0


def test_a_delay_turns_a_phase_into_a_use_of_funds_that_sponsors_support() -> None:
    late = held({"phases": {"second": {"investment": {"by_year": {2027: 0.0, 2029: 50.0, 2030: 0.0}}}}},
                {"timing.delay_months": 12})  # fmt: skip
    assert late.series("second.later_cost").sum() == 0
    assert late.series("sponsor_support").sum() >= 50
    assert late.value("master_check") == 1


def test_vat_on_a_phase_is_paid_and_refunded() -> None:
    found = sized({"phases": {"second": PHASE}, "vat": {"vat_rate": 0.16, "vat_refund_months": 12}})
    assert list(found.series("vat_paid")[2:6]) == pytest.approx([0, 64, 64, 0])
    assert list(found.series("vat_refund")[3:7]) == pytest.approx([0, 64, 64, 0])
    assert found.value("master_check") == 1


def test_the_public_share_lowers_what_assets_cost_the_company() -> None:
    found = phased(public_share=0.25)
    assert list(found.series("second.contribution")[3:5]) == [100, 100]
    assert found.series("assets_added")[3] == pytest.approx(300)
    assert found.series("party_authority.paid")[3] == pytest.approx(300 + 100)


def test_a_factor_is_there_for_shocks() -> None:
    assert phased(investment_factor=1.5).series("second.cost")[3] == 600


def test_a_grant_by_share_of_capital_expenditure_counts_what_is_built_until_completion() -> None:
    grant = {"works": {"type": "capital_grant", "capex_share": 0.10}}
    found = sized({"phases": {"second": PHASE}, "grants": grant})
    assert found.value("works.agreed") == pytest.approx(100)


def test_the_last_year_counts_for_the_months_that_are_in_operation() -> None:
    found = sized({"phases": {"second": {"investment": 100.0}}, "timing.operation_months": 90})
    operated = found.series("operation_share")
    assert 0.5 in operated
    assert list(found.series("second.cost")) == pytest.approx([100, 100, *(100 * operated[2:])])
