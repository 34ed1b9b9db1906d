"""The highest amount of a guarantee: the least of what is stated, and what months of debt service come to."""

import pytest

from tests.model.small_case import sized
from tests.model.support.guarantees.guaranteed_deal import as_planned, guarantee


@pytest.mark.parametrize(
    ("limits", "amount"),
    [
        ({"amount": 100.0}, 100),
        ({"cap_share": 0.2}, 0.2 * 600),
        ({"amount": 100.0, "cap_share": 0.2}, 100),
        ({"amount": 150.0, "cap_share": 0.2}, 120),
    ],
)
def test_the_least_of_the_limits_stated_binds(limits: dict[str, float], amount: float) -> None:
    found = as_planned(first=guarantee("first_loss_guarantee", **limits))
    assert found.value("first.highest_amount") == pytest.approx(amount)


def test_months_are_those_of_the_heaviest_year_of_debt_service() -> None:
    """160 in 2029: six months of it are 80, whichever facility pays a fee besides."""
    found = as_planned(bridge=guarantee("liquidity_guarantee", months=6, fee_rate=0.01))
    assert found.value("bridge.highest_amount") == pytest.approx(80)


def test_months_beside_an_amount_bind_if_they_are_less() -> None:
    found = as_planned(bridge=guarantee("liquidity_guarantee", months=6, amount=50.0))
    assert found.value("bridge.highest_amount") == pytest.approx(50)


def test_debt_sized_on_cash_flow_bears_the_fee_on_the_months_that_it_decides() -> None:
    """Sculpted debt: CFADS of 250 ÷ 1.30 = fee + debt service in each year; half a year's service is guaranteed."""
    bridge = guarantee("liquidity_guarantee", months=6, fee_rate=0.10)
    found = sized({"facilities.senior.sizing": {"dscr": 1.30}, "guarantees": {"bridge": bridge}})
    service = found.series("senior.scheduled_interest") + found.series("senior.scheduled_principal")
    assert found.value("bridge.highest_amount") == pytest.approx(0.5 * service.max())
    assert list((service + found.series("bridge.fee_in_operation"))[2:8]) == pytest.approx([250 / 1.3] * 6)
    assert found.value("dscr_minimum") == pytest.approx(1.30)
    assert found.value("bridge.fee_in_operation".replace("fee_in_operation", "fees_total")) > 0
