"""Working capital: what payers owe and suppliers wait for, and the cash that its change ties up."""

import pytest

from tests.model.small_case import sized

DAYS = {"working_capital": {"receivable_days": 36.5, "payable_days": 73}}


def test_receivables_and_payables_are_the_flows_of_the_days_that_payment_takes() -> None:
    found = sized(DAYS)
    assert list(found.series("receivables_closing")[1:11]) == pytest.approx([0] + [30] * 8 + [0])
    assert list(found.series("payables_closing")[1:11]) == pytest.approx([0] + [10] * 8 + [0])


def test_its_rise_ties_up_cash_and_its_fall_at_the_end_sets_it_free() -> None:
    found = sized(DAYS)
    movement = found.series("working_capital_movement")
    assert list(movement[2:11]) == pytest.approx([20] + [0] * 7 + [-20])
    assert list(found.series("cfads")[2:11]) == pytest.approx([230] + [250] * 7 + [20])


def test_what_suppliers_are_still_owed_at_the_end_is_not_distributed_before_they_are_paid() -> None:
    found = sized({"working_capital": {"payable_days": 73}})
    assert found.series("kept_for_suppliers")[9] == pytest.approx(10)
    assert found.series("cash_closing")[9] == pytest.approx(10)
    assert found.series("operating_arrears")[10] == pytest.approx(0)
    assert found.series("cash_closing")[10] == pytest.approx(0)


def test_what_payers_still_owe_is_counted_against_it() -> None:
    assert sized(DAYS).series("kept_for_suppliers").max() == 0


def test_flows_that_are_settled_later_than_one_period_get_the_periods_they_need() -> None:
    found = sized({"working_capital": {"receivable_days": 120}, "timing.period": "month"})
    assert found.series("receivables_closing")[-1] == pytest.approx(0, abs=1e-9)
    assert found.series("revenue_received").sum() == pytest.approx(2400)
