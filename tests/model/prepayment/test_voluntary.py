"""Voluntary prepayment: an amount on a date, its fee, and the cash it may come from."""

import pytest

from tests.model.prepayment.deals import EQUAL, JUNIOR
from tests.model.small_case import held, sized

EARLY = {**EQUAL, "facilities.senior.prepayments": {"early": {"month": 48, "amount": 60.0}}}


def test_the_amount_is_prepaid_on_its_date_from_what_could_be_distributed() -> None:
    """2030: 250 - 150 leave 100; 60 prepay and 40 are paid out; 40 of the last instalment is left."""
    found = sized(EARLY)
    assert list(found.series("senior.prepaid_by_choice")[2:5]) == pytest.approx([0, 60, 0])
    assert found.series("distributions_paid")[3] == pytest.approx(40)
    assert found.series("senior.interest_paid")[4] == pytest.approx(34)
    assert found.series("senior.principal_paid")[7] == pytest.approx(40)


def test_a_fee_is_paid_with_it_and_deducted_from_profit_a_year_later() -> None:
    taxed = {"tax.cit_rate": 0.2, "tax_pools": {"machinery": {"rate": 0.0}}}
    early = {**EARLY, **taxed, "facilities.senior.prepayments": {"early": {"month": 48, "amount": 30.0}}}
    fee, free = ({**early, "facilities.senior.prepayment_fee_rate": rate} for rate in (0.02, 0.0))
    assert sized(fee).series("senior.prepayment_fee")[3] == pytest.approx(0.6)
    assert sized(fee).series("costs_of_prepayment")[3] == pytest.approx(0.6)
    saved = sized(free).series("tax_paid") - sized(fee).series("tax_paid")
    assert saved[3:6] == pytest.approx([0, 0.12, 0])
    assert sized(fee).value("master_check") == 1


def test_no_more_is_prepaid_than_cash_reaches_with_its_fee() -> None:
    found = sized({**EARLY, "facilities.senior.prepayment_fee_rate": 0.25, "distributions.minimum_cash": 50.0,
                   "facilities.senior.prepayments": {"early": {"month": 48, "amount": 500.0}}})  # fmt: skip
    assert found.series("senior.prepaid_by_choice")[3] == pytest.approx(100 / 1.25)
    assert found.series("senior.prepayment_fee")[3] == pytest.approx(20)
    assert found.series("distributions_paid")[3] == pytest.approx(0)


def test_no_more_is_prepaid_than_is_owed() -> None:
    late = {"late": {"month": 84, "amount": 500.0}}
    found = sized({**EQUAL, "facilities.senior.prepayments": late})
    assert found.series("senior.prepaid_by_choice")[6] == pytest.approx(100)
    assert found.series("senior.closing")[6] == pytest.approx(0)
    assert found.series("distributions_paid")[7] == pytest.approx(250)


def test_in_lock_up_nothing_is_prepaid_by_choice() -> None:
    found = sized({**EARLY, "distributions.lockup_dscr": 1.9})
    assert found.series("senior.prepaid_by_choice").sum() == 0


def test_after_a_sweep_what_is_left_may_be_prepaid() -> None:
    found = sized({**EARLY, "facilities.senior.sweep": {"share": 0.5, "from_month": 48}})
    assert found.series("senior.swept")[3] == pytest.approx(50)
    assert found.series("senior.prepaid_by_choice")[3] == pytest.approx(50)


def test_facilities_are_prepaid_in_the_order_of_the_case() -> None:
    second = {**JUNIOR, "prepayments": {"soon": {"month": 47, "amount": 90.0}}}
    found = sized({**EARLY, "facilities.second": second})
    left = 250 - 150 - 30
    assert found.series("senior.prepaid_by_choice")[3] == pytest.approx(60)
    assert found.series("second.prepaid_by_choice")[3] == pytest.approx(left - 60)


def test_a_bad_year_prepays_nothing() -> None:
    found = held(EARLY, {"revenue.payment.amount": {"by_year": {2027: 300.0, 2030: 150.0, 2031: 300.0}}})
    assert found.series("senior.prepaid_by_choice").sum() == 0
    assert found.value("master_check") == 1
