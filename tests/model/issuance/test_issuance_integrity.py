"""Integrity of an issuance: the checks hold, and fail where something is wrong."""

import pytest

from tests.model.small_issuance import BOND, issued


@pytest.mark.parametrize("period", ["month", "quarter", "half_year"])
@pytest.mark.parametrize("day", ["2026-08-31", "2027-01-01", "2028-02-29"])
def test_every_check_holds_on_any_day_and_in_periods_of_any_length(period: str, day: str) -> None:
    second = BOND | {"type": "bond", "maturity_date": "2034-02-28", "principal": 123.456}
    run = issued({"issuance.period": period, "issuance.issue_date": day, "bonds.second": second})
    assert run.value("master_check") == 1
    assert run.value("cash_left_check") == pytest.approx(0)


def test_months_beyond_the_last_redemption_leave_nothing_behind() -> None:
    run = issued({"issuance.months": 120})
    assert len(run.series("counter")) == 20
    assert run.value("master_check") == 1
