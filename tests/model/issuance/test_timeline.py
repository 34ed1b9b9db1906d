"""Time of an issuance: whole calendar months from the month of issue."""

from tests.model.small_case import serial
from tests.model.small_issuance import issued


def test_periods_begin_with_the_month_of_issue_and_hold_that_of_redemption() -> None:
    run = issued()
    assert run.series("period_start")[0] == serial(2026, 9, 1)
    assert run.series("period_end")[0] == serial(2027, 2, 28)
    assert run.series("period_end")[6] == serial(2030, 2, 28)
    assert len(run.series("counter")) == 8


def test_a_last_period_that_reaches_into_another_year_is_followed_by_one_that_begins_in_it() -> None:
    assert (
        len(issued({"issuance.issue_date": "2027-01-10", "bonds.first.maturity_date": "2029-12-10"}).series("counter"))
        == 6
    )


def test_flows_are_discounted_from_the_day_of_issue() -> None:
    factor = issued({"issuance.discount_rate": 0.2}).series("project_discount_factor")
    assert abs(factor[0] - 1.2 ** (-(serial(2027, 2, 28) - serial(2026, 9, 15)) / 365)) < 1e-12
