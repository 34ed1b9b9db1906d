"""The grid: periods of whole months from the first of a month, with the last day of their last month."""

from datetime import date
from itertools import pairwise

import pytest

from finmodel.timeline import PERIOD_MONTHS, Grid, month_after, over_periods


@pytest.mark.parametrize(
    ("length", "number", "first", "last"),
    [
        ("month", 1, date(2027, 11, 1), date(2027, 11, 30)),
        ("month", 4, date(2028, 2, 1), date(2028, 2, 29)),
        ("quarter", 2, date(2028, 2, 1), date(2028, 4, 30)),
        ("half_year", 1, date(2027, 11, 1), date(2028, 4, 30)),
        ("year", 3, date(2029, 11, 1), date(2030, 10, 31)),
    ],
)
def test_a_period_has_its_first_and_last_day(length: str, number: int, first: date, last: date) -> None:
    assert Grid(date(2027, 11, 1), PERIOD_MONTHS[length], 40).period(number) == (first, last)


def test_periods_follow_each_other_without_a_gap() -> None:
    grid = Grid(date(2027, 7, 1), 3, 60)
    periods = [grid.period(number) for number in range(1, 61)]
    assert all((after[0] - before[1]).days == 1 for before, after in pairwise(periods))


def test_years_are_those_in_which_periods_begin() -> None:
    assert Grid(date(2027, 7, 1), 6, 4).years == range(2027, 2030)
    assert Grid(date(2027, 7, 1), 12, 1).years == range(2027, 2028)


@pytest.mark.parametrize(
    ("months", "day"), [(0, date(2027, 1, 1)), (11, date(2027, 12, 1)), (12, date(2028, 1, 1)), (-1, date(2026, 12, 1))]
)
def test_months_are_counted_over_the_turn_of_a_year(months: int, day: date) -> None:
    assert month_after(date(2027, 1, 15), months) == day


def test_what_was_agreed_by_period_ends_where_it_ended_on_a_longer_grid_and_is_cut_on_a_shorter_one() -> None:
    assert over_periods((1.0, 2.0, 3.0), 5) == (1.0, 2.0, 3.0, 0.0, 0.0)
    assert over_periods((1.0, 2.0, 3.0), 2) == (1.0, 2.0)
    assert over_periods(7.0, 2) == 7.0
