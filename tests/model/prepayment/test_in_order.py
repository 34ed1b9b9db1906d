"""Prepayment in order of maturity: the next instalments are smaller by it."""

import pytest

from tests.model.prepayment.deals import swept
from tests.model.small_case import sized


def test_the_next_instalment_is_smaller_by_what_was_prepaid() -> None:
    """2029: 250 - 160 leave 90, of which 45 prepay. 2030: 455 owed at 10 %, 55 due to the contract's 400."""
    found = sized(swept("in_order"))
    assert found.series("senior.swept")[2] == pytest.approx(45)
    assert found.series("senior.interest_paid")[3] == pytest.approx(45.5)
    assert found.series("senior.principal_paid")[3] == pytest.approx(55)
    assert found.series("senior.swept")[3] == pytest.approx((250 - 45.5 - 55) / 2)


def test_nothing_is_due_until_the_schedule_has_caught_up() -> None:
    """220 paid ahead in 2029 stand for the instalments of 2030 and 2031, and for 20 of the next."""
    ahead = {"facilities.senior.sweep": {"share": 1.0}, "facilities.senior.prepayment_order": "in_order"}
    years = {"by_year": {2029: 430.0, 2030: 100.0}}
    found = sized({**swept("in_order", share=1.0), **ahead, "revenue.payment.amount": years})
    assert found.series("senior.swept")[2] == pytest.approx(380 - 160)
    assert found.series("senior.principal_due")[3:5] == pytest.approx([0, 0])
    assert found.series("senior.swept")[3] == pytest.approx(50 - 28)


def test_the_contract_stays_as_it_was_signed() -> None:
    found = sized(swept("in_order"))
    assert list(found.series("senior.scheduled_principal")[2:8]) == pytest.approx([100] * 6)
