"""Coupon dates are counted back from maturity: on its day of the month, with a short or long coupon at the start."""

from datetime import date

from finmodel.inputs.bond_dates import coupon_dates, regular_date


def test_a_bond_of_whole_periods_pays_on_the_day_of_its_maturity() -> None:
    found = coupon_dates(date(2027, 3, 18), date(2029, 3, 18), 2)
    assert found == [date(2027, 9, 18), date(2028, 3, 18), date(2028, 9, 18), date(2029, 3, 18)]


def test_a_shorter_month_pays_on_its_last_day() -> None:
    assert regular_date(date(2031, 8, 31), 6) == date(2031, 2, 28)
    assert regular_date(date(2031, 8, 30), 6) == date(2031, 2, 28)


def test_the_end_of_a_month_stays_the_end_of_a_month_where_that_is_chosen() -> None:
    assert regular_date(date(2031, 6, 30), 3) == date(2031, 3, 30)
    assert regular_date(date(2031, 6, 30), 3, end_of_month=True) == date(2031, 3, 31)


def test_what_is_left_over_is_a_short_first_coupon() -> None:
    assert coupon_dates(date(2027, 3, 18), date(2028, 6, 30), 1) == [date(2027, 6, 30), date(2028, 6, 30)]


def test_a_stated_first_coupon_makes_the_first_period_long() -> None:
    found = coupon_dates(date(2027, 3, 18), date(2029, 6, 30), 1, first=date(2028, 6, 30))
    assert found == [date(2028, 6, 30), date(2029, 6, 30)]
