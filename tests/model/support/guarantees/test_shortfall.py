"""The shortfall of a covered loan: what is new of it, and what the lender has lost in the end."""

import pytest

from tests.model.support.guarantees.guaranteed_deal import guarantee, shocked

TEN = guarantee("first_loss_guarantee", amount=10.0)


def test_arrears_that_cash_works_off_are_no_new_shortfall() -> None:
    """60 lack in 2030 and 10 are paid: 50 overdue. 140 + 50 + 5 are due in 2031 on 150: 45 lack, none of it new."""
    found = shocked({2030: 90, 2031: 150}, first=TEN)
    assert list(found.series("senior.overdue")[3:5]) == pytest.approx([50, 45])
    assert found.series("senior.newly_lacking")[4] == 0


def test_a_loan_repaid_in_the_end_is_no_loss() -> None:
    found = shocked({2030: 90}, first=TEN)
    assert found.value("senior.lender_loss") == pytest.approx(0)
    assert found.value("covered_lenders_loss") == pytest.approx(0)


def test_what_is_owed_when_nothing_more_can_come_is_the_lenders_loss() -> None:
    """Nothing comes in from 2030 on: 500 and ten per cent a year on it, less the 10 that the guarantor pays."""
    found = shocked(dict.fromkeys(range(2030, 2038), -50.0), first=TEN)
    assert found.value("first.drawn_total") == pytest.approx(10)
    owed = 500.0 + 50.0 - 10.0
    for _ in range(2031, 2038):
        owed *= 1.1
    assert found.value("senior.lender_loss") == pytest.approx(owed)
