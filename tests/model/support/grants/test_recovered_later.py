"""Recovered later: after all lenders, before any distribution, as far as the cash reaches."""

import pytest

from tests.model.small_case import held, sized
from tests.model.support.grants.plain_deal import prepared

OWED = prepared(amount=40.0, recoverable=1.0, repaid="after_completion", recovery_months=24)
"""40 to be paid back two years after completion at the earliest."""


def test_it_is_paid_back_in_the_first_period_that_ends_so_long_after_completion() -> None:
    found = sized(OWED)
    assert list(found.series("studies.recovered")[2:5]) == pytest.approx([0, 40, 0])
    before = found.series("cfads")[3] - found.series("debt_service_paid")[3]
    assert found.series("distributions_paid")[3] == pytest.approx(before - 40)


def test_what_lenders_leave_pays_it_back_over_the_years_and_nothing_is_distributed_meanwhile() -> None:
    """66.67 are due each year: an income of 130 less 50 leaves 13.33."""
    found = held(OWED, {"revenue.payment.amount": {"by_year": {2027: 300, 2030: 130, 2032: 300}}})
    left = 80 - 400 / 6
    assert list(found.series("studies.recovered")[3:6]) == pytest.approx([left, left, 40 - 2 * left])
    assert list(found.series("distributions_paid")[3:5]) == pytest.approx([0, 0])
    assert found.value("master_check") == 1


def test_a_second_grant_is_paid_back_from_what_the_first_leaves() -> None:
    second = {"type": "preparation_grant", "cost": 10.0, "amount": 10.0, "recoverable": 1.0, "grantor": "bank_fund"}
    changes = {**OWED, "grants": {**OWED["grants"], "advice": {**second, "repaid": "after_completion"}}}
    found = held(changes, {"revenue.payment.amount": {"by_year": {2027: 300, 2029: 120, 2032: 300}}})
    left = 70 - 400 / 6
    assert list(found.series("advice.recovered")[2:4]) == pytest.approx([left, 0])
    assert found.series("studies.recovered")[3] == pytest.approx(left)
    assert found.series("advice.recovered").sum() == pytest.approx(10)
    assert found.value("master_check") == 1


def test_lenders_sweep_before_it_is_paid_back() -> None:
    """Cash of 250 less 66.67 due: 80 % of 183.33 prepays the loan, and 36.67 of 40 are paid back in 2030."""
    found = sized({**OWED, "facilities.senior.sweep": {"share": 0.8, "from_month": 48}})
    left = 250 - 400 / 6
    assert found.series("senior.swept")[3] == pytest.approx(0.8 * left)
    assert found.series("studies.recovered")[3] == pytest.approx(0.2 * left)
    assert found.series("distributions_paid")[3] == pytest.approx(0, abs=1e-9)
    assert found.value("master_check") == 1


def test_minimum_cash_is_left_in_the_company() -> None:
    """80 of income less 66.67 due in 2030, of which 10 were kept from 2029: 13.33 can be paid."""
    changes = {**OWED, "distributions": {"minimum_cash": 10.0}}
    found = held(changes, {"revenue.payment.amount": {"by_year": {2027: 300, 2030: 130, 2032: 300}}})
    assert found.series("studies.recovered")[3] == pytest.approx(80 - 400 / 6)
    assert found.series("cash_closing")[3] == pytest.approx(10)


def test_what_is_never_paid_back_is_told() -> None:
    """66.67 are due each year and 60 are there, 5 in the two years after the loan: lenders take all of it."""
    found = held(OWED, {"revenue.payment.amount": {"by_year": {2027: 300, 2029: 110, 2035: 55}}})
    left = found.series("studies.recovery_closing")[-1]
    assert left > 1
    assert found.value("studies.recovery_lost") == pytest.approx(left)
    assert sized(OWED).value("studies.recovery_lost") == pytest.approx(0)
