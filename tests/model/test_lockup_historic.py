"""Lock-up on the past: the cover of the months that ended with the period."""

import pytest

from finmodel.engines.numpy_engine import Batch
from finmodel.model.lockup_historic import lockup_historic
from tests.oracles.sections import run_parts

CFADS = [5, 50, 60, 70, 80, 90]
SERVICE = [0, 40, 40, 50, 50, 0]


def window(months: float) -> Batch:
    """Half-years; the loan is served in the second to the fifth."""
    return run_parts(
        [lockup_historic.part()],
        6,
        {
            "lockup_months": months,
            "period_months": 6.0,
            "cfads": CFADS,
            "in_service_flag": [0, 1, 1, 1, 1, 0],
            "tested_debt_service": SERVICE,
        },
    )


def test_a_year_of_half_years_is_two_periods_and_the_first_period_stands_alone() -> None:
    found = window(12)
    assert list(found.series("lockup_cfads")) == pytest.approx([0, 50, 110, 130, 150, 0])
    assert list(found.series("lockup_debt_service")) == pytest.approx([0, 40, 80, 90, 100, 0])


@pytest.mark.parametrize(("months", "periods"), [(1, 1), (6, 1), (11, 1), (12, 2), (18, 3), (60, 10)])
def test_months_are_counted_in_whole_periods_and_at_least_one(months: float, periods: int) -> None:
    assert window(months).value("lockup_periods") == periods


def test_cash_flow_before_the_loan_is_served_does_not_count() -> None:
    assert list(window(60).series("lockup_cfads")) == pytest.approx([0, 50, 110, 180, 260, 0])
