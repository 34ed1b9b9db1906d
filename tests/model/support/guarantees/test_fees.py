"""What a guarantee costs: at close, during construction as a use of funds, in operation as a senior fee."""

import pytest

from tests.model.small_case import sized
from tests.model.support.guarantees.guaranteed_deal import as_planned, guarantee, shocked

HALF = guarantee("partial_credit_guarantee", coverage=0.5, amount=280.0, fee_rate=0.01, upfront_fee_rate=0.02)


def test_the_fee_is_on_the_share_covered_of_the_scheduled_balance_up_to_the_amount() -> None:
    """600, 500, 400 … are owed at the start of 2029, 2030, 2031 …: half of 600 is more than 280."""
    found = as_planned(half=HALF)
    assert list(found.series("half.fee_in_operation")[2:9]) == pytest.approx([2.8, 2.5, 2.0, 1.5, 1.0, 0.5, 0])
    drawn = found.series("senior.drawdown")[0]
    assert list(found.series("half.fee_in_construction")[:3]) == pytest.approx([0, 0.5 * drawn * 0.01, 0])


def test_the_upfront_fee_is_on_the_cover_at_close() -> None:
    found = as_planned(half=HALF)
    assert found.value("half.cover_at_close") == pytest.approx(280)
    assert list(found.series("half.guarantee_upfront_fee")[:2]) == pytest.approx([5.6, 0])


def test_fees_are_uses_of_funds_then_rank_before_interest_and_all_go_to_the_guarantor() -> None:
    found, without = as_planned(half=HALF), as_planned()
    assert found.value("total_uses") > without.value("total_uses") + 5.6
    assert found.series("scheduled_debt_service")[2] == pytest.approx(160 + 2.8)
    assert found.series("party_guarantor.received").sum() == pytest.approx(found.value("half.fees_total"))
    assert found.value("half.fees_total") == pytest.approx(5.6 + 10.3 + found.series("half.fee_in_construction").sum())


def test_the_fee_does_not_fall_when_the_guarantee_is_drawn_or_repayment_is_late() -> None:
    found = shocked({2030: 90, 2031: 30}, half=HALF)
    assert list(found.series("half.fee_in_operation")[2:5]) == pytest.approx([2.8, 2.5, 2.0])


def test_debt_is_sized_after_the_fee() -> None:
    """At 1.30 CFADS of 250 leaves 192.31 a year, of which the guarantor takes 1 % of half the balance."""
    found = sized({"facilities.senior.sizing": {"dscr": 1.30}, "guarantees": {"half": {**HALF, "amount": 9999.0}}})
    balance, paid = found.value("senior.commitment"), 250 / 1.3
    for _ in range(6):
        balance = balance * (1 + 0.10 + 0.005) - paid
    assert balance == pytest.approx(0, abs=1e-6)
    assert found.value("dscr_minimum") == pytest.approx(1.30)
